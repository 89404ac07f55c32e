import type { ApiError } from "../protocol/apiError.ts";
import type { Api } from "../apis.ts";
import type { EventStream } from "../protocol/eventStream.ts";

/** A request as it arrived. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of the body, in bytes. */
  readonly length: number;
  readonly body: string;
  /** The body as it was sent. */
  readonly bytes: Buffer;
}

/** Which operation of which API a request asks for, with its input. */
export interface Request {
  readonly api: Api;
  readonly operation: string;
  readonly input: object;
}

/** A request and who makes it. */
export interface Call extends Request {
  /** The access key with which it is signed; undefined for a request without a signature. */
  readonly accessKeyId: string | undefined;
}

export interface RawResponse {
  readonly status: number;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer | EventStream;
  /** Only half of the body is sent, and the connection stays open. */
  readonly breaksOff?: boolean;
}

/** A wire protocol of AWS. */
export interface Protocol {
  /**
   * Reads the request; undefined when it is not of this protocol. Throws an ApiError when it cannot be read.
   */
  parse(request: RawRequest): Request | undefined;
  answer(call: Request, output: object, requestId: string): RawResponse;
  fail(error: ApiError, requestId: string, call?: Request): RawResponse;
}
