import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { isFargateProvider, type EcsService } from "../../../model/ecsService.ts";
import { insertMember, quickFix, remove, replaceValue, safeFix } from "../../kit/fix.ts";
import { repeated } from "../../kit/repeated.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

const faults = serviceFaults([
  {
    id: "capacity-provider-multiple-base",
    summary: "Only one capacity provider of a strategy has a base.",
    severity: "error",
    fix: "delete the base",
    find: ({ capacityProviders }) =>
      capacityProviders
        .map((entry) => entry.get("base"))
        .filter((base) => (base?.number ?? 0) > 0)
        .slice(1),
    message: ({ sourceText }) =>
      `A second capacity provider has a base (${sourceText}). Only one of a strategy may have one, and AWS refuses the service. Remove this base.`,
    fixes: (base) => [quickFix("Remove base", remove(base))],
  },
  {
    id: "capacity-provider-duplicate",
    summary: "A capacity provider stands in a strategy once.",
    severity: "warning",
    find: ({ capacityProviders }) =>
      repeated(capacityProviders.map((entry) => entry.get("capacityProvider"))),
    message: ({ string }) =>
      `Capacity provider "${string}" is listed twice in this strategy. Keep one entry, with the weight and base that you want.`,
  },
  {
    id: "capacity-provider-mixed",
    summary: "Fargate and EC2 capacity providers cannot be mixed in one strategy.",
    severity: "warning",
    find: ({ capacityProviders }) => {
      const names = capacityProviders
        .map((entry) => entry.filled("capacityProvider"))
        .filter((name) => name?.string !== undefined);
      return names.find((name) => isFargateProvider(name?.string) !== isFargateProvider(names[0]?.string));
    },
    message: ({ string }) =>
      `"${string}" stands beside capacity providers of another kind: those of Fargate (FARGATE, FARGATE_SPOT) and those of EC2 cannot be mixed in one strategy.`,
  },
  {
    id: "capacity-provider-case",
    summary:
      "Only the Fargate capacity providers, in upper case, have names that begin with aws, ecs or fargate.",
    severity: "error",
    fix: "use the right name",
    find: ({ capacityProviders }) =>
      capacityProviders
        .map((entry) => entry.get("capacityProvider"))
        .filter((name) => isMisspelt(name?.string)),
    message: ({ string }) => {
      const right = fargateName(string!);
      if (right) return `"${string}" is not a capacity provider; the one of Fargate is spelt ${right}.`;
      return `No capacity provider can be called "${string}": names that begin with aws, ecs or fargate are reserved. Write FARGATE, FARGATE_SPOT or the name of your own provider.`;
    },
    fixes: (name) => {
      const right = fargateName(name.string!);
      return right ? [safeFix(`Use ${right}`, replaceValue(name, right))] : [];
    },
  },
]);

function isMisspelt(name: string | undefined): boolean {
  return (
    name !== undefined && !isFargateProvider(name) && /^(?:aws|ecs|[Ff][Aa][Rr][Gg][Aa][Tt][Ee])/.test(name)
  );
}

/** The provider of Fargate that was meant. */
function fargateName(name: string): string | undefined {
  const letters = name.toUpperCase().replaceAll(/[^A-Z]/g, "");
  if (letters === "FARGATE") return "FARGATE";
  return letters === "FARGATESPOT" ? "FARGATE_SPOT" : undefined;
}

const zeroWeight: Rule = {
  id: "capacity-provider-zero-weight",
  summary: "At least one capacity provider of a strategy has a weight above 0.",
  severity: "error",
  fix: "use weight 1",
  appliesTo: "service",
  check(service, report) {
    const entries = service.capacityProviders;
    const first = entries[0];
    if (!first || entries.some(hasWeight) || hasUnknownEntries(service)) return;
    const weight = entries.map((entry) => entry.get("weight")).find((node) => node !== undefined);
    const fixes = [
      quickFix("Use weight 1", insertMember(weight?.parent ?? first, "weight", 1, "capacityProvider")),
    ];
    if (entries.length === 1 && !weight) {
      const message =
        "The capacity provider has no weight, and the default is 0, with which a provider gets no tasks beyond its base. Give it a weight of 1 or more.";
      return report(first.opening, message, { severity: "information", fixes });
    }
    report(
      weight ?? first.opening,
      "No capacity provider of this strategy has a weight above 0, so no task could be placed and AWS refuses it. Give at least one a weight.",
      { fixes },
    );
  },
};

/** True also where the weight is a placeholder. */
function hasWeight(entry: JsonNode): boolean {
  const weight = entry.get("weight");
  return weight !== undefined && weight.number !== 0;
}

function hasUnknownEntries({ root, capacityProviders }: EcsService): boolean {
  return root.get("capacityProviderStrategy")!.items.length > capacityProviders.length;
}

/** The entries of a capacity provider strategy. */
export const capacityProviders: readonly Rule[] = [...faults, zeroWeight];
