/** An error as the service answers it: `code` is the name that SDKs show, `status` the HTTP status. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

export const invalidParameter = (message: string): ApiError =>
  new ApiError("InvalidParameterException", message);
export const clientError = (message: string): ApiError => new ApiError("ClientException", message);
