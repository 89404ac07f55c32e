import { rules } from "../rules/index.ts";
import type { Finding } from "./finding.ts";

const covered: ReadonlyMap<string, readonly string[]> = new Map(
  rules.flatMap(({ id, covers }) => (covers ? [[id, covers] as const] : [])),
);

/** Leaves out what another finding at the same place says better, so that one mistake is told once. */
export function withoutCovered(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set(
    findings.flatMap(({ code, span }) =>
      (covered.get(code) ?? []).map((other) => placeOf(other, span.offset)),
    ),
  );
  return told.size === 0
    ? findings
    : findings.filter(({ code, span }) => !told.has(placeOf(code, span.offset)));
}

function placeOf(code: string, offset: number): string {
  return `${code} ${offset}`;
}
