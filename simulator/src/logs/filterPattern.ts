import { ApiError } from "../protocol/apiError.ts";

/**
 * One term of a pattern: text that must (or, with `not`, must not) occur; those with `any` are alternatives.
 */
interface Term {
  readonly text: string;
  readonly kind: "all" | "any" | "not";
}

/**
 * Reads a CloudWatch Logs filter pattern of plain terms: `a b`, `?a ?b`, `-a`, `"quoted text"`. Throws
 * InvalidParameterException for the patterns for JSON and columns, which the simulator does not play.
 */
export function parseFilterPattern(pattern = ""): (message: string) => boolean {
  if (/^\s*[{[%]/.test(pattern))
    throw new ApiError(
      "InvalidParameterException",
      "The simulator plays filter patterns of plain terms only.",
    );
  const terms = [...pattern.matchAll(/([?-]?)(?:"((?:[^"\\]|\\[^])*)(?:"|\\?$)|([^\s"]+))/g)].map(
    ([, sign, quoted, plain]): Term => ({
      text: quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "",
      kind: sign === "?" ? "any" : sign === "-" ? "not" : "all",
    }),
  );
  const of = (kind: Term["kind"]): string[] =>
    terms.filter((term) => term.kind === kind).map(({ text }) => text);
  const [all, any, not] = [of("all"), of("any"), of("not")];
  return (message) =>
    all.every((text) => message.includes(text)) &&
    (any.length === 0 || any.some((text) => message.includes(text))) &&
    !not.some((text) => message.includes(text));
}
