import type { CompletionItem } from "vscode-languageserver-types";
import { publicRegistries } from "../../data/publicRegistries.ts";
import { parseArn } from "../../../../../shared/src/arn.ts";
import { parseImageReference } from "../../../../../shared/src/image.ts";
import type { Suggestion } from "./suggestion.ts";

/** What a list of completions shows of one item. */
type Shown = Pick<CompletionItem, "label" | "labelDetails" | "detail" | "documentation">;

/** As many letters as a list of VS Code has room for, label and detail together. */
const room = 44;

/** As many of them as a name alone may take. */
const roomForName = 32;

/**
 * A name as a user tells it from the next one: ARNs and images of Amazon ECR differ at their end, which a
 * list cuts off, so what they have in common stands behind it.
 */
export function shownAs({ label, detail, documentation, sets }: Suggestion): Shown {
  const explained = documentation !== undefined && {
    documentation: { kind: "markdown" as const, value: documentation },
  };
  const short = shortened(label);
  if (short)
    return {
      label: short.name,
      labelDetails: { description: detail ?? short.site },
      detail: label,
      ...explained,
    };
  // What would take the label's room is explained beside the list.
  if (detail !== undefined && documentation === undefined && label.length + detail.length > room)
    return { label, documentation: detail };
  // What changes more than the place of the cursor says so before it is chosen: a detail is only seen of the
  // chosen one.
  const seen = sets !== undefined && detail !== undefined && { labelDetails: { description: detail } };
  return { label, ...seen, ...(detail !== undefined && { detail }), ...explained };
}

function shortened(label: string): { readonly name: string; readonly site: string } | undefined {
  const arn = parseArn(label);
  if (arn?.resource)
    return { name: arn.resource, site: [arn.service, arn.region].filter(Boolean).join(" · ") };
  const { registry, ecr } = parseImageReference(label);
  if (registry === undefined) return undefined;
  const name = label.slice(registry.length + 1);
  if (ecr) return { name, site: `ecr · ${ecr.region}` };
  if (label.length <= roomForName || !publicRegistries.includes(registry)) return undefined;
  // The tag is at the end, and the name of a repository says more than whose it is.
  return { name: name.length > roomForName ? name.slice(name.lastIndexOf("/") + 1) : name, site: registry };
}
