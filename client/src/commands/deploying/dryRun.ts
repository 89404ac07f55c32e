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
import { pickPlacesFor } from "../choosing/pickService.ts";
import { placeOf, placeWords, type Place } from "../choosing/serviceRef.ts";
import { fillFile, inspectFile, type PreparedService, type PreparedTaskDefinition } from "./preparedFile.ts";
import { placeOfFile, planService } from "./servicePlan.ts";

/** Shows the calls that a deploy would make as commands of the AWS CLI, and makes none of them. */
export const dryRun: Command = {
  id: "taskwright.dryRun",
  title: "Dry Run…",
  on: ["service"],
  groups: ["1_deploy@7"],
  editorContext: "ecs@5",
  async run(context, node, _selected, file) {
    const chosen = node instanceof ServiceNode ? placeOf(node) : undefined;
    const inspected = await inspectFile(context, file, "there is nothing to send");
    if (!inspected) return;
    if (inspected.kind === "service") {
      const prepared = await fillFile(context, inspected);
      if (prepared?.kind === "service") await showServiceCalls(context, prepared, chosen);
      return;
    }
    const places = chosen ? [chosen] : await pickPlacesFor(context, inspected.file);
    const prepared = places.length === 0 ? undefined : await fillFile(context, inspected);
    if (prepared?.kind !== "task-definition") return;
    for (const place of places) await showTaskDefinitionCalls(context, prepared, place);
  },
};

async function showTaskDefinitionCalls(
  context: CommandContext,
  { file, input: given }: PreparedTaskDefinition,
  place: Place,
): Promise<void> {
  const { service, input, after, changes } = await planTaskDefinition(place, given);
  if (outsideController(service)) return tellOutside(context, place);
  if (changes.length === 0) return show(context, place, file.name, []);
  const existing = await equalRevision(place.connection, input.family ?? "", after);
  const register: readonly ApiCall[] =
    existing === undefined ? [{ operation: "RegisterTaskDefinition", input }] : [];
  // A family alone is its newest revision, which has no number before it is registered.
  const update: ApiCall = {
    operation: "UpdateService",
    input: { cluster: place.cluster, service: place.service, taskDefinition: existing ?? input.family },
  };
  await show(context, place, file.name, [...register, update]);
}

async function tellOutside({ ui }: CommandContext, place: Place): Promise<void> {
  await ui.info(
    `ECS does not deploy ${placeWords(place)} itself: “ECS: Deploy…” says what is to be done, and asks before it registers anything.`,
  );
}

async function showServiceCalls(
  context: CommandContext,
  { file, input: given }: PreparedService,
  chosen: Place | undefined,
): Promise<void> {
  const connection = chosen?.connection ?? (await currentConnection(context));
  const place = chosen ?? (connection && (await placeOfFile(context, connection, given)));
  if (!place) return;
  const { cluster, service: name } = place;
  const plan = await planService(place, given);
  if (!plan.service)
    return show(context, place, file.name, [
      { operation: "CreateService", input: { ...plan.input, cluster, serviceName: name } },
    ]);
  const { service, difference } = plan;
  const { forms, fixed, changeable, tags } = difference;
  if (outsideController(service) && changeable.includes("taskDefinition")) return tellOutside(context, place);
  if (fixed.length > 0) return void (await context.ui.error(fixedWords(place, forms, fixed)));
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
    place,
    file.name,
    calls.filter((call) => call !== false),
  );
}

async function show(
  { ui }: CommandContext,
  place: Place,
  fileName: string,
  calls: readonly ApiCall[],
): Promise<void> {
  if (calls.length === 0)
    return void (await ui.info(
      `Deploying ${fileName} to ${placeWords(place)} would send nothing: it is as the file says.`,
    ));
  const { target } = place.connection;
  const { account } = await place.connection.identity();
  const commands = calls.map((call) => cliCommand(call, target));
  const head = [
    commentLine(`What deploying ${fileName} to ${placeWords(place)} would send. Nothing was sent.`),
    commentLine(`Account ${account}, ${targetLabel(target)}.`),
    ...(commands.some((command) => command.includes(hidden))
      ? [`# Put in the values of secrets, which are hidden here as ${hidden}.`]
      : []),
  ];
  await ui.showDocument({
    name: `calls/${place.service}.sh`,
    language: "shellscript",
    text: `${[head.join("\n"), ...commands].join("\n\n")}\n`,
  });
}
