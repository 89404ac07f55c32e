import type { Stop } from "./template.ts";

/** Writes a stop, and text beside stops. */
export interface Notation {
  stop(stop: Stop | undefined): string;
  escape(text: string): string;
}

/** For the parts of one LSP snippet: their stops are numbered in the order in which the parts are written. */
export function snippetNotation(): Notation {
  let number = 0;
  const stop = (at: Stop | undefined): string => {
    number += 1;
    const proposals = (at?.proposals ?? []).map((proposal) =>
      typeof proposal === "string" ? inString(proposal) : String(proposal),
    );
    if (proposals.length === 0) return `$${number}`;
    if (proposals.length === 1) return `\${${number}:${proposals[0]!.replaceAll(/[\\$}]/g, "\\$&")}}`;
    return `\${${number}|${proposals.map((each) => each.replaceAll(/[\\,|]/g, "\\$&")).join(",")}|}`;
  };
  return { stop, escape: (text) => text.replaceAll(/[\\$]/g, "\\$&") };
}

/** At each stop the likeliest stands. */
export const plainNotation: Notation = {
  stop: (at) => {
    const first = at?.proposals[0] ?? "";
    return typeof first === "string" ? inString(first) : String(first);
  },
  escape: (text) => text,
};

/** Text as it stands between the quotes of a JSON string. */
export function inString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
