import { code, joinMarkdown, Markdown, md } from "../../../../shared/src/markdown.ts";
import type { Schema } from "../schema/ecsSchema.ts";

/** What a property is. The descriptions are the product's own Markdown. */
export function describeProperty(schema: Schema): Markdown {
  const { description, default: initial } = schema;
  const { "x-deprecated": deprecated, "x-documentation": page, "x-launchTypes": launchTypes } = schema;
  return joinMarkdown(
    [
      own(description),
      deprecated && md`**Deprecated.** ${Markdown.own(deprecated)}`,
      initial !== undefined && md`Default: ${code(JSON.stringify(initial))}`,
      launchTypes && md`Launch types: ${launchTypes.join(", ")}`,
      page && md`[Amazon ECS documentation](${Markdown.own(page)})`,
    ].map((part) => part || undefined),
    "\n\n",
  );
}

const own = (text: string | undefined): Markdown | undefined =>
  text === undefined ? undefined : Markdown.own(text);
