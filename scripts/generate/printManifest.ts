/** Marks what is to stand on one line while the rest is being laid out. */
const mark = "\u0000";

/**
 * package.json as text: as npm writes it, but with each rule of the setting `taskwright.rules` on one line.
 */
export function printManifest(manifest: unknown): string {
  const text = JSON.stringify(
    manifest,
    (_, value: unknown) => (isRule(value) ? mark + onOneLine(value) : value),
    2,
  );
  return `${text.replace(/"\\u0000((?:[^"\\]|\\.)*)"/g, (_, line: string) => JSON.parse(`"${line}"`) as string)}\n`;
}

interface RuleSetting {
  readonly enum: readonly string[];
  readonly description: string;
}

function isRule(value: unknown): value is RuleSetting {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "type,enum,description";
}

function onOneLine({ enum: choices, description }: RuleSetting): string {
  return `{ "type": "string", "enum": [${choices.map((choice) => JSON.stringify(choice)).join(", ")}], "description": ${JSON.stringify(description)} }`;
}
