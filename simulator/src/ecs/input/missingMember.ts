import { inputShapes } from "./inputShapes.table.ts";

/** The first required member that a structure, or one within it, lacks: `Secret.valueFrom` for one. */
export function missingMember(name: string, value: object): string | undefined {
  for (const [member, type] of Object.entries(inputShapes[name] ?? {})) {
    const content = (value as Record<string, unknown>)[member];
    if (content === undefined) {
      if (type.endsWith("!")) return `${name}.${member}`;
      continue;
    }
    const missing = missingWithin(type.replace(/^\[\]|!$/g, ""), content);
    if (missing !== undefined) return missing;
  }
  return undefined;
}

function missingWithin(structure: string, content: unknown): string | undefined {
  if (!(structure in inputShapes)) return undefined;
  const values: readonly unknown[] = Array.isArray(content) ? content : [content];
  for (const value of values) {
    const missing = typeof value === "object" && value !== null ? missingMember(structure, value) : undefined;
    if (missing !== undefined) return missing;
  }
  return undefined;
}
