import type { ContainerOverride, TaskOverride } from "../../aws/types.ts";
import { maskedCommand } from "../../model/masked.ts";
import { shellWords } from "../../model/shellWords.ts";
import type { Choice, Ui } from "../../host/ui.ts";

/** What a user changes of a task before it runs. */
export interface RunOptions {
  readonly overrides: TaskOverride;
  readonly count: number;
}

/**
 * A step of the menu: asks for one change and gives the options with it; undefined when the user dismisses
 * the question.
 */
type Step = (options: RunOptions) => Promise<RunOptions | undefined>;

/**
 * A menu of what can differ from the task definition, until the user runs it as it stands; undefined when it
 * is dismissed.
 * @param title what is run
 */
export async function askOverrides(
  ui: Ui,
  title: string,
  containers: readonly string[],
): Promise<RunOptions | undefined> {
  let options: RunOptions = { overrides: {}, count: 1 };
  for (;;) {
    const step = await ui.pick<Step | "run">(title, [
      { label: "Run", detail: "Asks once more, naming account and region.", value: "run" },
      ...changes(ui, options, containers),
    ]);
    if (step === undefined) return undefined;
    if (step === "run") return options;
    options = (await step(options)) ?? options;
  }
}

function changes(
  ui: Ui,
  { overrides, count }: RunOptions,
  containers: readonly string[],
): readonly Choice<Step>[] {
  const ofContainer = (name: string): readonly Choice<Step>[] => {
    const { command = [], environment = [] } =
      overrides.containerOverrides?.find((each) => each.name === name) ?? {};
    return [
      {
        label: `Command of ${name}…`,
        description: command.length === 0 ? "its own" : maskedCommand(command),
        value: (options) => askCommand(ui, options, name),
      },
      {
        label: `Environment of ${name}…`,
        description:
          environment.length === 0
            ? "its own"
            : `its own and ${environment.map((each) => each.name).join(", ")}`,
        value: (options) => askVariable(ui, options, name),
      },
    ];
  };
  const size =
    overrides.cpu === undefined ? "its own" : `${overrides.cpu} CPU units, ${overrides.memory} MiB`;
  return [
    ...containers.flatMap(ofContainer),
    { label: "CPU and memory…", description: size, value: (options) => askSize(ui, options) },
    { label: "Number of tasks…", description: String(count), value: (options) => askCount(ui, options) },
  ];
}

async function askCommand(ui: Ui, options: RunOptions, name: string): Promise<RunOptions | undefined> {
  const line = await ui.input({
    title: `Command of ${name}`,
    prompt: "Words are split as a shell would; empty: its own",
  });
  if (line === undefined) return undefined;
  const command = [...shellWords(line)];
  return withContainer(options, name, ({ command: _before, ...rest }) =>
    command.length === 0 ? rest : { ...rest, command },
  );
}

async function askVariable(ui: Ui, options: RunOptions, name: string): Promise<RunOptions | undefined> {
  const validate = (text: string): string | undefined =>
    /^[^=\s]+=/.test(text) ? undefined : "Type NAME=value.";
  const text = await ui.input({
    title: `Environment of ${name}`,
    prompt: "NAME=value, for this run only. ECS shows it to everyone who may describe the task.",
    validate,
  });
  if (text === undefined) return undefined;
  const at = text.indexOf("=");
  const variable = { name: text.slice(0, at), value: text.slice(at + 1) };
  return withContainer(options, name, ({ environment = [], ...rest }) => ({
    ...rest,
    environment: [...environment.filter((each) => each.name !== variable.name), variable],
  }));
}

async function askSize(ui: Ui, options: RunOptions): Promise<RunOptions | undefined> {
  const validate = (text: string): string | undefined =>
    /^\d+ \d+$/.test(text.trim()) ? undefined : "Type two numbers, such as 512 1024.";
  const text = await ui.input({
    title: "CPU and memory of the task",
    prompt: "CPU units and MiB of memory",
    placeholder: "512 1024",
    validate,
  });
  if (text === undefined) return undefined;
  const [cpu = "", memory = ""] = text.trim().split(" ");
  return { ...options, overrides: { ...options.overrides, cpu, memory } };
}

/**
 * The most that one call starts: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
async function askCount(ui: Ui, options: RunOptions): Promise<RunOptions | undefined> {
  const validate = (text: string): string | undefined =>
    /^(?:[1-9]|10)$/.test(text.trim()) ? undefined : "Type a number from 1 to 10.";
  const text = await ui.input({
    title: "Number of tasks",
    prompt: "From 1 to 10",
    value: String(options.count),
    validate,
  });
  return text === undefined ? undefined : { ...options, count: Number(text) };
}

/** The options with one container's overrides changed. One that changes nothing is left out. */
function withContainer(
  options: RunOptions,
  name: string,
  change: (before: ContainerOverride) => ContainerOverride,
): RunOptions {
  const { containerOverrides = [], ...task } = options.overrides;
  const changed = change(containerOverrides.find((each) => each.name === name) ?? { name });
  const others = containerOverrides.filter((each) => each.name !== name);
  const all = Object.keys(changed).length > 1 ? [...others, changed] : others;
  return { ...options, overrides: { ...task, ...(all.length === 0 ? {} : { containerOverrides: all }) } };
}
