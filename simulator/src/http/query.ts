import { ApiError } from "../protocol/apiError.ts";
import { apis } from "../apis.ts";
import { readForm } from "../protocol/form.ts";
import type { Protocol, RawRequest, RawResponse } from "./protocol.ts";
import { escapeXml, toXml } from "./xml.ts";

/** The form of a query request, if it is one. */
export function formOf({ headers, body }: RawRequest): URLSearchParams | undefined {
  return String(headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded")
    ? new URLSearchParams(body)
    : undefined;
}

export const xmlResponse = (status: number, body: string): RawResponse => ({
  status,
  contentType: "text/xml",
  body,
});

/** The AWS query protocol: a form with `Action` and `Version`, answered in XML. */
export const query: Protocol = {
  parse(request) {
    const form = formOf(request);
    if (!form) return undefined;
    const version = form.get("Version");
    const api = apis.find(({ protocol }) => protocol.kind === "query" && protocol.version === version);
    if (!api)
      throw new ApiError("InvalidAction", `The simulator plays no query API of version "${version ?? ""}".`);
    return { api, operation: form.get("Action") ?? "", input: readForm(form) };
  },

  answer({ api, operation }, output, requestId) {
    const namespace = api.protocol.kind === "query" ? api.protocol.namespace : "";
    const result = toXml(`${operation}Result`, output, "member");
    const metadata = toXml("ResponseMetadata", { RequestId: requestId }, "member");
    return xmlResponse(
      200,
      `<${operation}Response xmlns="${namespace}">${result}${metadata}</${operation}Response>`,
    );
  },

  fail(error, requestId) {
    const details = `<Type>Sender</Type><Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message>`;
    return xmlResponse(
      error.status,
      `<ErrorResponse><Error>${details}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
    );
  },
};
