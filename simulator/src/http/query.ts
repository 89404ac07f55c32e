import { ApiError } from "../apiError.ts";
import { apis } from "../apis.ts";
import type { Protocol } from "./protocol.ts";
import { escapeXml, toXml } from "./xml.ts";

/** The AWS query protocol: a form with `Action` and `Version`, answered in XML. */
export const query: Protocol = {
  parse({ headers, body }) {
    if (!String(headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded")) return undefined;
    const form = new URLSearchParams(body);
    const version = form.get("Version");
    const api = apis.find(({ protocol }) => protocol.kind === "query" && protocol.version === version);
    if (!api) throw new ApiError("InvalidAction", `The simulator plays no query API of version "${version ?? ""}".`);
    return { api, operation: form.get("Action") ?? "", input: readForm(form) };
  },

  answer({ api, operation }, output, requestId) {
    const namespace = api.protocol.kind === "query" ? api.protocol.namespace : "";
    const result = toXml(`${operation}Result`, output, "member");
    const metadata = toXml("ResponseMetadata", { RequestId: requestId }, "member");
    return xml(200, `<${operation}Response xmlns="${namespace}">${result}${metadata}</${operation}Response>`);
  },

  fail(error, requestId) {
    const details = `<Type>Sender</Type><Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message>`;
    return xml(error.status, `<ErrorResponse><Error>${details}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`);
  },
};

const xml = (status: number, body: string): { status: number; contentType: string; body: string } => ({ status, contentType: "text/xml", body });

/** Builds the input from keys such as `Filter.1.Value.2` or `Names.member.1`. */
function readForm(form: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [key, value] of form) if (key !== "Action" && key !== "Version") input[key] = value;
  return input;
}
