import type { EcsService } from "../../model/ecsService.ts";
import { type Fix, insertMember, quickFix, replaceValue } from "../kit/fix.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule, RuleFacts } from "../rule.ts";
import { listOf } from "../kit/words.ts";
import { likelyNames } from "./portTargets.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import type { EcsDocument } from "../../documents/ecsDocument.ts";

interface PortUse extends RuleFacts {
  /** The members of a service that hold the names. */
  readonly via: readonly string[];
  readonly applies?: (service: EcsService) => boolean;
  /** What AWS makes of an unknown name. */
  readonly answer: (name: string) => string;
}

const uses: readonly PortUse[] = [
  {
    id: "service-connect-port-name",
    summary: "The port name of a Service Connect service is that of a port mapping.",
    severity: "error",
    fix: "use the nearest name, or name the mapping",
    via: ["serviceConnectConfiguration"],
    applies: ({ serviceConnect }) => serviceConnect !== undefined,
    answer: (name) => `AWS answers "portName(${name}) does not refer to any named PortMapping".`,
  },
  {
    id: "lattice-port-name",
    summary: "The port name of VPC Lattice or a gateway is that of a port mapping.",
    severity: "error",
    fix: "use the nearest name, or name the mapping",
    via: ["vpcLatticeConfigurations", "gatewayConnectors"],
    answer: () => "AWS refuses the service.",
  },
];

/** Names of ports that a service uses, against those that its task definition gives. */
export const portNames: readonly Rule[] = uses.map(({ via, applies, answer, ...facts }) => ({
  ...facts,
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    if (task.symbols.isOpen("port") || (applies && !applies(service))) return;
    const names = task.symbols.names("port");
    for (const { name, node, via: member } of service.symbols.references("port")) {
      if (!via.includes(member) || node.isDynamic || task.symbols.definition("port", name)) continue;
      const given =
        names.length > 0
          ? `it has ${listOf(
              names.map((each) => `"${each}"`),
              "and",
            )}`
          : "none of its port mappings has a name";
      report(node, `No port mapping of the task definition is called "${name}"; ${given}. ${answer(name)}`, {
        fixes: [
          ...likelyNames(name, names).map((choice) =>
            quickFix(`Use "${choice}"`, replaceValue(node, choice)),
          ),
          ...nameMapping(name, task, taskDocument),
        ],
        related: placeOf(
          "The containers of the task definition",
          task.root.get("containerDefinitions"),
          taskDocument,
        ),
      });
    }
  },
}));

/** Gives the name to the first port mapping that has none. */
function nameMapping(name: string, { containers }: TaskDefinition, document: EcsDocument): readonly Fix[] {
  const mapping = containers
    .flatMap(({ portMappings }) => portMappings)
    .find((candidate) => candidate.type === "object" && !candidate.filled("name"));
  if (!mapping) return [];
  const port = mapping.get("containerPort")?.number;
  return [
    {
      ...quickFix(
        `Call the mapping of port ${port ?? "?"} ${name} in the task definition`,
        insertMember(mapping, "name", name),
      ),
      document,
    },
  ];
}
