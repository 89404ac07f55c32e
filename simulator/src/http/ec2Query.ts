import { apis } from "../apis.ts";
import { readForm } from "../protocol/form.ts";
import type { Protocol } from "./protocol.ts";
import { formOf, xmlResponse } from "./query.ts";
import { escapeXml, toXml } from "./xml.ts";

/** The query protocol of EC2, whose lists are of `item` and whose result has no element of its own. */
export const ec2Query: Protocol = {
  parse(request) {
    const form = formOf(request);
    const api = apis.find(
      ({ protocol }) => protocol.kind === "ec2" && protocol.version === form?.get("Version"),
    );
    return form && api && { api, operation: form.get("Action") ?? "", input: readForm(form) };
  },

  answer({ operation }, output, requestId) {
    const content = Object.entries({ requestId, ...output }).map(([key, value]) => toXml(key, value, "item"));
    return xmlResponse(
      200,
      `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">${content.join("")}</${operation}Response>`,
    );
  },

  fail(error, requestId) {
    const details = `<Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message>`;
    return xmlResponse(
      error.status,
      `<Response><Errors><Error>${details}</Error></Errors><RequestID>${requestId}</RequestID></Response>`,
    );
  },
};
