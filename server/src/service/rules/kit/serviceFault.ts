import type { JsonNode, Span } from "../../syntax/jsonNode.ts";
import type { EcsService } from "../../model/ecsService.ts";
import { type Fix, quickFix, remove } from "./fix.ts";
import { mayBeEmpty } from "./mayBeEmpty.ts";
import { memberPlace } from "./place.ts";
import type { NeighbourContext, RelatedPlace, Rule, RuleFacts, Severity } from "../rule.ts";

/** A fault of services, as a row of a table. */
export interface ServiceFault extends RuleFacts {
  /** Which services can have it. */
  readonly when?: (service: EcsService, context: NeighbourContext) => boolean;
  /** The nodes at fault; undefined ones are no fault. */
  readonly find: (
    service: EcsService,
    context: NeighbourContext,
  ) => JsonNode | undefined | readonly (JsonNode | undefined)[];
  /**
   * True where a member is at fault whatever its value; otherwise a placeholder that may be empty is none.
   */
  readonly whateverValue?: true;
  /** What is wrong, why, and what to do. */
  readonly message: (node: JsonNode, service: EcsService) => string;
  /** Where to point; by default the value, of objects and lists the name. */
  readonly place?: (node: JsonNode) => Span;
  /** The quick fixes, where {@link RuleFacts.fix} announces some; by default the node is removed. */
  readonly fixes?: (node: JsonNode, service: EcsService, context: NeighbourContext) => readonly Fix[];
  /** Places of the task definition that explain the fault. */
  readonly related?: (context: NeighbourContext) => readonly RelatedPlace[];
  /** Where a case is milder than the rule. */
  readonly milder?: (node: JsonNode, service: EcsService) => Severity | undefined;
}

/** Makes a rule of each row of a table. */
export function serviceFaults(rows: readonly ServiceFault[]): readonly Rule[] {
  return rows.map(
    ({
      when,
      find,
      whateverValue,
      message,
      place = memberPlace,
      fixes = removal,
      related,
      milder,
      ...facts
    }) => ({
      ...facts,
      appliesTo: "service",
      check(service, report, context) {
        if (when && !when(service, context)) return;
        for (const node of nodes(find(service, context))) {
          if (!whateverValue && mayBeEmpty(node)) continue;
          const severity = milder?.(node, service);
          report(place(node), message(node, service), {
            fixes: facts.fix === undefined ? [] : fixes(node, service, context),
            related: related?.(context) ?? [],
            ...(severity && { severity }),
          });
        }
      },
    }),
  );
}

function nodes(found: ReturnType<ServiceFault["find"]>): readonly JsonNode[] {
  if (found === undefined) return [];
  return "type" in found ? [found] : found.filter((node) => node !== undefined);
}

function removal(node: JsonNode): readonly Fix[] {
  return [quickFix(`Remove ${node.key ?? "this entry"}`, remove(node))];
}
