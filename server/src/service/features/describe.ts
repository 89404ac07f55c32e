import type { Schema } from "../schema/ecsSchema.ts";

/** What a property is, as Markdown. */
export function describeProperty(schema: Schema): string {
  return [
    schema.description,
    schema["x-deprecated"] && `**Deprecated.** ${schema["x-deprecated"]}`,
    schema.default !== undefined && `Default: \`${JSON.stringify(schema.default)}\``,
    schema["x-launchTypes"] && `Launch types: ${schema["x-launchTypes"].join(", ")}`,
    schema["x-documentation"] && `[Amazon ECS documentation](${schema["x-documentation"]})`,
  ]
    .filter(Boolean)
    .join("\n\n");
}
