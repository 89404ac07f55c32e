import { invalidParameter } from "./apiError.ts";

export interface Page<T> {
  readonly items: T[];
  readonly nextToken?: string;
}

/**
 * One page of a list. `limits` are the operation's documented default and greatest size of a page; a size out
 * of range and a token that was not given out are refused as ECS does.
 */
export function page<T>(
  items: readonly T[],
  request: { readonly maxResults?: number | undefined; readonly nextToken?: string | undefined },
  limits: { readonly default: number; readonly most: number },
): Page<T> {
  const size = request.maxResults ?? limits.default;
  // What is no number, as a form may say, is out of range too.
  if (!(size >= 1 && size <= limits.most))
    throw invalidParameter(`maxResults should be between 1 and ${limits.most}, inclusive.`);
  const from = request.nextToken === undefined ? 0 : offsetOf(request.nextToken);
  const to = from + size;
  return { items: items.slice(from, to), ...(to < items.length && { nextToken: tokenFor(to) }) };
}

const tokenFor = (offset: number): string => Buffer.from(`page:${offset}`).toString("base64");

function offsetOf(token: string): number {
  const offset = /^page:(\d+)$/.exec(Buffer.from(token, "base64").toString())?.[1];
  if (offset === undefined) throw invalidParameter("Invalid token.");
  return Number(offset);
}
