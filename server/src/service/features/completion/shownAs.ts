import type { CompletionItem } from "vscode-languageserver-types";
import { parseArn } from "../../model/arn.ts";
import { parseImageReference } from "../../model/imageReference.ts";

/** What a list of completions shows of one item. */
type Shown = Pick<CompletionItem, "label" | "labelDetails" | "detail">;

/**
 * A name as a person tells it from the next one: ARNs and images of Amazon ECR differ at their end, which a list
 * cuts off, so what they have in common stands behind it.
 */
export function shownAs(label: string, detail: string | undefined): Shown {
  const short = shortened(label);
  if (!short) return { label, ...(detail !== undefined && { detail }) };
  return { label: short.name, labelDetails: { description: detail ?? short.place }, detail: label };
}

function shortened(label: string): { readonly name: string; readonly place: string } | undefined {
  const arn = parseArn(label);
  if (arn?.resource) return { name: arn.resource, place: [arn.service, arn.region].filter(Boolean).join(" · ") };
  const { registry, ecr } = parseImageReference(label);
  return registry === undefined || !ecr ? undefined : { name: label.slice(registry.length + 1), place: `ecr · ${ecr.region}` };
}
