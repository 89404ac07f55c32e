import { hidden } from "../../model/masked.ts";
import { cliCommand, type ApiCall } from "../../model/cliCommand.ts";
import { commentLine } from "../../model/shellText.ts";
import { updateOf } from "../../model/serviceForm.ts";
import { targetLabel } from "../../model/target.ts";
import { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command, CommandContext } from "../command.ts";
import { currentConnection } from "../choosing/currentConnection.ts";
import { outsideController } from "./codeDeploy.ts";
import { fixedWords } from "./deployServiceFile.ts";
import { equalRevision, planTaskDefinition } from "./deployTaskDefinition.ts";
import { pickServiceRefs } from "../choosing/pickService.ts";
import { serviceRefOf, serviceRefWords, type ServiceRef } from "../choosing/serviceRef.ts";
import { fillFile, inspectFile, type PreparedService, type PreparedTaskDefinition } from "./preparedFile.ts";
import { serviceRefOfFile, planService } from "./servicePlan.ts";

/** Shows the calls that a deploy would make as commands of the AWS CLI, and makes none of them. */
export const dryRun: Command = {
  id: "taskwright.dryRun",
  title: "Dry Run…",
  on: ["service"],
  groups: ["1_deploy@7"],
  editorContext: "ecs@5",
  async run(context, node, _selected, file) {
    const chosen = node instanceof ServiceNode ? serviceRefOf(node) : undefined;
    const inspected = await inspectFile(context, file, "there is nothing to send");
    if (!inspected) return;
    if (inspected.kind === "service") {
      const prepared = await fillFile(context, inspected);
      if (prepared?.kind === "service") await showServiceCalls(context, prepared, chosen);
      return;
    }
    const refs = chosen ? [chosen] : await pickServiceRefs(context, inspected.file);
    const prepared = refs.length === 0 ? undefined : await fillFile(context, inspected);
    if (prepared?.kind !== "task-definition") return;
    for (const ref of refs) await showTaskDefinitionCalls(context, prepared, ref);
  },
};

async function showTaskDefinitionCalls(
  context: CommandContext,
  { file, input: given }: PreparedTaskDefinition,
  ref: ServiceRef,
): Promise<void> {
  const { service, input, after, changes } = await planTaskDefinition(ref, given);
  if (outsideController(service)) return reportOutside(context, ref);
  if (changes.length === 0) return show(context, ref, file.name, []);
  const existing = await equalRevision(ref.connection, input.family ?? "", after);
  const register: readonly ApiCall[] =
    existing === undefined ? [{ operation: "RegisterTaskDefinition", input }] : [];
  // A family alone is its newest revision, which has no number before it is registered.
  const update: ApiCall = {
    operation: "UpdateService",
    input: { cluster: ref.cluster, service: ref.service, taskDefinition: existing ?? input.family },
  };
  await show(context, ref, file.name, [...register, update]);
}

async function reportOutside({ ui }: CommandContext, ref: ServiceRef): Promise<void> {
  await ui.info(
    `ECS does not deploy ${serviceRefWords(ref)} itself: “ECS: Deploy…” says what is to be done, and asks before it registers anything.`,
  );
}

async function showServiceCalls(
  context: CommandContext,
  { file, input: given }: PreparedService,
  chosen: ServiceRef | undefined,
): Promise<void> {
  const connection = chosen?.connection ?? (await currentConnection(context));
  const ref = chosen ?? (connection && (await serviceRefOfFile(context, connection, given)));
  if (!ref) return;
  const { cluster, service: name } = ref;
  const plan = await planService(ref, given);
  if (!plan.service)
    return show(context, ref, file.name, [
      { operation: "CreateService", input: { ...plan.input, cluster, serviceName: name } },
    ]);
  const { service, difference } = plan;
  const { forms, fixed, changeable, tags } = difference;
  if (outsideController(service) && changeable.includes("taskDefinition")) return reportOutside(context, ref);
  if (fixed.length > 0) {
    await context.ui.error(fixedWords(ref, forms, fixed));
    return;
  }
  const calls: readonly (ApiCall | false)[] = [
    tags.set.length > 0 && {
      operation: "TagResource",
      input: { resourceArn: service.serviceArn, tags: tags.set },
    },
    tags.removed.length > 0 && {
      operation: "UntagResource",
      input: { resourceArn: service.serviceArn, tagKeys: tags.removed },
    },
    changeable.length > 0 && {
      operation: "UpdateService",
      input: { cluster, service: name, ...updateOf(forms, changeable) },
    },
  ];
  await show(
    context,
    ref,
    file.name,
    calls.filter((call) => call !== false),
  );
}

async function show(
  { ui }: CommandContext,
  ref: ServiceRef,
  fileName: string,
  calls: readonly ApiCall[],
): Promise<void> {
  if (calls.length === 0) {
    await ui.info(
      `Deploying ${fileName} to ${serviceRefWords(ref)} would send nothing: it is as the file says.`,
    );
    return;
  }
  const { target } = ref.connection;
  const { account } = await ref.connection.identity();
  const commands = calls.map((call) => cliCommand(call, target));
  const head = [
    commentLine(`What deploying ${fileName} to ${serviceRefWords(ref)} would send. Nothing was sent.`),
    commentLine(`Account ${account}, ${targetLabel(target)}.`),
    ...(commands.some((command) => command.includes(hidden))
      ? [`# Put in the values of secrets, which are hidden here as ${hidden}.`]
      : []),
  ];
  await ui.showDocument({
    name: `calls/${ref.service}.sh`,
    language: "shellscript",
    text: `${[head.join("\n"), ...commands].join("\n\n")}\n`,
  });
}
