import type { Form } from "./form.ts";
import type { Wire, XmlWire } from "./wire.ts";
import type { Account } from "../state/types.ts";

/** One operation of an AWS API. `run` throws an ApiError for what the service refuses. */
export interface Operation {
  readonly name: string;
  /** What it plays otherwise than the service, in a sentence for docs/simulator.md. */
  readonly note?: string;
  run(account: Account, input: never): object;
}

/** An operation whose input and output are the SDK's types as they travel. */
export interface TypedOperation<Input, Output> extends Operation {
  run(account: Account, input: Wire<Input>): Wire<Output> & object;
}

/** Defines an operation of a JSON API by the SDK's types of its input and output. */
export function operation<Input, Output>(
  name: string,
  run: (account: Account, input: Wire<Input>) => Wire<Output> & object,
  note?: string,
): TypedOperation<Input, Output> {
  return { name, run, ...(note !== undefined && { note }) };
}

/** Defines an operation of a query API by the SDK's type of its output; its input is a form. */
export function queryOperation<Output>(
  name: string,
  run: (account: Account, input: Form) => XmlWire<Output> & object,
): Operation {
  return { name, run };
}
