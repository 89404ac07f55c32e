import type { DocumentKind, NewFileAnswers, NewFileChoices, TaskSizeChoice } from "../../protocol.ts";
import { fargateSizes, fargateWindowsSizes } from "../data/fargateSizes.ts";
import { fargatePrices, hoursPerMonth } from "../data/fargatePrices.ts";
import { parseImageReference } from "../../../../shared/src/image.ts";
import { TaskDefinition } from "../model/taskDefinition.ts";
import { formatCpu, formatMemory } from "../model/taskSize.ts";
import type { WorkspaceIndex } from "../documents/workspaceIndex.ts";
import { fileScaffolds } from "./scaffolds/index.ts";
import { printPlain } from "./scaffolds/print.ts";
import type { Answers, Scaffold } from "./scaffolds/scaffold.ts";

const layout = { isMultiline: true, indent: "", unit: "  ", eol: "\n" };

/** What a new file of a kind may start from, and which of the workspace's names it may speak of. */
export function newFileChoices(kind: DocumentKind, workspace: WorkspaceIndex): NewFileChoices {
  return {
    scaffolds: scaffoldsOf(kind).map(({ id, label, description, asks = [] }) => ({
      id,
      label,
      description,
      asks,
    })),
    sizes: sizesOf(fargateSizes, fargatePrices.linuxX86),
    windowsSizes: sizesOf(fargateWindowsSizes, fargatePrices.windows),
    families: workspace.families(),
  };
}

/** The text of a new file; undefined where there is no such scaffold. */
export function newFile(
  kind: DocumentKind,
  id: string,
  answers: NewFileAnswers,
  workspace: WorkspaceIndex,
): string | undefined {
  const scaffold = scaffoldsOf(kind).find((each) => each.id === id);
  if (!scaffold) return undefined;
  const traffic = answers.taskDefinition === undefined ? {} : trafficOf(answers.taskDefinition, workspace);
  return `${printPlain(scaffold.template({ ...homeOf(answers.image), ...answers, ...traffic }), layout)}\n`;
}

/** Where the image is, which is most likely where the task is to run. */
function homeOf(image: string | undefined): Answers {
  const ecr = image === undefined ? undefined : parseImageReference(image).ecr;
  return ecr ? { region: ecr.region, account: ecr.account } : {};
}

const scaffoldsOf = (kind: DocumentKind): readonly Scaffold[] =>
  kind === "unknown" ? [] : fileScaffolds[kind];

/** For each CPU the least memory and twice that, with the price: what most tasks take. */
function sizesOf(
  sizes: ReadonlyMap<number, readonly number[]>,
  { perVcpu, perGiB }: { readonly perVcpu: number; readonly perGiB: number },
): TaskSizeChoice[] {
  return [...sizes].flatMap(([cpu, [least = 0, ...more]]) =>
    [least, ...more.filter((memory) => memory === least * 2)].map((memory) => {
      const perMonth = ((cpu / 1024) * perVcpu + (memory / 1024) * perGiB) * hoursPerMonth;
      return {
        cpu: String(cpu),
        memory: String(memory),
        label: `${formatCpu(cpu)}, ${formatMemory(memory)}`,
        detail: `$${perMonth.toFixed(2)} a month in us-east-1`,
      };
    }),
  );
}

/** The first container of a family that has a port, and the port. */
function trafficOf(family: string, workspace: WorkspaceIndex): Answers {
  const definition = workspace.taskDefinitions(family, "")[0];
  if (!definition?.root) return {};
  for (const { name, portMappings } of new TaskDefinition(definition.root, definition.shape).containers) {
    const port = portMappings[0]?.get("containerPort")?.integer;
    const portName = portMappings.find((mapping) => mapping.get("name"))?.get("name")?.string;
    if (name !== undefined && port !== undefined)
      return { container: name, port, ...(portName !== undefined && { portName }) };
  }
  return {};
}
