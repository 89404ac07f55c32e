import { apis } from "../apis.ts";
import type { Protocol } from "./protocol.ts";

/** REST with JSON: the path says what is asked for. Only reads without a body are played. */
export const rest: Protocol = {
  parse({ method, path }) {
    const url = new URL(path, "http://simulator");
    for (const api of apis) {
      if (api.protocol.kind !== "rest") continue;
      const operation = api.protocol.routes[`${method} ${url.pathname}`];
      if (operation) return { api, operation, input: Object.fromEntries(url.searchParams) };
    }
    return undefined;
  },

  answer: (_call, output) => ({ status: 200, contentType: "application/json", body: JSON.stringify(output) }),

  fail: (error) => ({
    status: error.status,
    contentType: "application/json",
    headers: { "x-amzn-errortype": error.code },
    body: JSON.stringify({ message: error.message, ...error.details }),
  }),
};
