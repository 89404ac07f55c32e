import type { RegisterTaskDefinitionInput, Service } from "../../aws/types.ts";
import { familyResource } from "../../model/resource.ts";
import { appSpec, codeDeployCommand } from "../../model/appSpec.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { CommandContext } from "../command.ts";
import { serviceRefResource, serviceRefWords, type ServiceRef } from "../choosing/serviceRef.ts";

/** Who deploys a service when it is not ECS. */
export const outsideController = ({
  deploymentController,
}: Service): "CODE_DEPLOY" | "EXTERNAL" | undefined =>
  deploymentController?.type === "CODE_DEPLOY" || deploymentController?.type === "EXTERNAL"
    ? deploymentController.type
    : undefined;

/** What is to be deployed: a revision that is registered, or an input to register first. */
export interface Outside {
  /** ARN. */
  readonly taskDefinition?: string;
  readonly register?: RegisterTaskDefinitionInput;
  /** The facts below the question. */
  readonly facts: readonly string[];
}

/**
 * For a service that ECS itself refuses to update: registers the revision and makes what AWS CodeDeploy needs
 * to deploy it; for one that another program controls, explains, and registers nothing.
 */
export async function deployOutside(
  context: CommandContext,
  ref: ServiceRef,
  service: Service,
  { taskDefinition, register, facts }: Outside,
): Promise<void> {
  const { ui } = context;
  if (outsideController(service) === "EXTERNAL") {
    await ui.error(
      `${serviceRefWords(ref)} has an external deployment controller: its task sets are managed by the program that created them, and ECS refuses to update it. Nothing was registered.`,
    );
    return;
  }
  const byCodeDeploy = `${serviceRefWords(ref)} is deployed by AWS CodeDeploy: ECS refuses to update it. An AppSpec is made for CodeDeploy, and nothing is deployed yet.`;
  const revision = taskDefinition ?? (await registered(context, ref, register, [...facts, byCodeDeploy]));
  if (revision === undefined) return;
  const spec = appSpec(service, revision);
  await ui.openNew("json", spec);
  const copy = "Copy AWS CLI Command";
  const words = `${nameOfArn(revision)} is registered, and its AppSpec is open. AWS CodeDeploy deploys it to ${serviceRefWords(ref)} when you create a deployment with it.`;
  if ((await ui.info(words, copy)) !== copy) return;
  await ui.copy(codeDeployCommand(nameOfArn(ref.cluster), ref.service, spec, ref.connection.target.region));
}

/** ARN of the new revision; undefined when the user declines. */
async function registered(
  { ui, explorer }: CommandContext,
  ref: ServiceRef,
  input: RegisterTaskDefinitionInput | undefined,
  facts: readonly string[],
): Promise<string | undefined> {
  if (!input) return undefined;
  const permit = await ref.connection.writes.ask({
    question: `Register a new revision of ${input.family} for ${serviceRefWords(ref)}`,
    facts,
    action: "Register",
    resources: [familyResource(input.family ?? ""), serviceRefResource(ref)],
  });
  if (!permit) return undefined;
  const { taskDefinitionArn } = await ui.busy(`Registering ${input.family}`, () =>
    permit.registerTaskDefinition(input),
  );
  void explorer.refresh();
  return taskDefinitionArn;
}
