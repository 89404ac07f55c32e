import type { Connection } from "../aws/connection.ts";
import type { DeploymentState } from "../aws/deployment/follow.ts";
import type { Verdict } from "../aws/deployment/verdict.ts";
import type { Service } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import type { ServiceNode } from "../tree/serviceNode.ts";
import type { Command, CommandContext } from "./command.ts";
import { currentConnection } from "./currentConnection.ts";
import { prepareTaskDefinition } from "./prepareFile.ts";

interface DeployTarget {
  readonly connection: Connection;
  readonly cluster: string;
  readonly service: Service;
}

export const deploy: Command<ServiceNode> = {
  id: "taskwright.deploy",
  title: "Deploy…",
  icon: "rocket",
  on: ["service"],
  groups: ["1_deploy@1", "inline@1"],
  editorContext: "ecs@2",
  editorTitle: "navigation@1",
  async run(context, node) {
    const prepared = await prepareTaskDefinition(context);
    if (!prepared) return;
    const target = node ? targetOf(node) : await pickTarget(context);
    if (!target) return;
    const { connection, cluster, service } = target;
    const { family } = prepared.input;
    const place = `${nameOfArn(cluster)} / ${service.serviceName}`;

    const permit = await connection.writes.ask({
      question: `Deploy ${prepared.file.name} to ${place}`,
      facts: [`Registers a new revision of ${family}.`, `Now running: ${nameOfArn(service.taskDefinition ?? "")}, ${service.runningCount} of ${service.desiredCount} tasks.`],
      action: "Deploy",
      names: [nameOfArn(cluster), service.serviceName ?? ""],
    });
    if (!permit) return;
    const verdict = await context.ui.progress(`Deploying ${family} to ${place}`, async (progress, signal) => {
      progress.report("registering");
      const { taskDefinitionArn = "" } = await permit.registerTaskDefinition(prepared.input);
      const updated = await permit.updateService({ cluster, service: service.serviceName, taskDefinition: taskDefinitionArn });
      const deploymentId = updated.deployments?.find(({ status }) => status === "PRIMARY")?.id ?? "";
      void context.explorer.refresh(node);
      const onState = (state: DeploymentState): void => {
        progress.report(describeState(nameOfArn(taskDefinitionArn), state));
        for (const event of state.newEvents) context.output.info(event.message ?? "");
      };
      const following = { cluster, service: service.serviceName ?? "", deploymentId, onState };
      return connection.follow(following, signal).catch((error: unknown) => {
        if (signal.aborted) return undefined;
        throw error;
      });
    });
    void context.explorer.refresh(node);
    await tellVerdict(context, place, verdict);
  },
};

function targetOf({ connection, service }: ServiceNode): DeployTarget {
  return { connection, cluster: service.clusterArn ?? "", service };
}

async function pickTarget(context: CommandContext): Promise<DeployTarget | undefined> {
  const connection = await currentConnection(context);
  if (!connection) return undefined;
  const clusters = await connection.ecs.clusters();
  const cluster = await context.ui.pick(
    "Deploy (1/2): cluster",
    clusters.map(({ clusterName = "", clusterArn = "", activeServicesCount = 0 }) => ({ label: clusterName, description: `${activeServicesCount} services`, value: clusterArn })),
  );
  if (cluster === undefined) return undefined;
  const arns = await connection.ecs.serviceArns(cluster);
  const chosen = await context.ui.pick("Deploy (2/2): service", arns.map((arn) => ({ label: nameOfArn(arn), value: arn })));
  if (chosen === undefined) return undefined;
  const [service] = await connection.ecs.describeServices(cluster, [chosen]);
  return service && { connection, cluster, service };
}

function describeState(revision: string, { deployment }: DeploymentState): string {
  if (!deployment) return revision;
  const { runningCount = 0, desiredCount = 0, failedTasks = 0 } = deployment;
  const failed = failedTasks > 0 ? ` · ${failedTasks} failed` : "";
  return `${revision} · ${runningCount} of ${desiredCount} running${failed}`;
}

async function tellVerdict({ ui }: CommandContext, place: string, verdict: Verdict | undefined): Promise<void> {
  if (!verdict) return void (await ui.info(`No longer watching ${place}. The deployment goes on in AWS.`));
  switch (verdict.kind) {
    case "succeeded":
      return void (await ui.info(`${place} is live: ${verdict.running} of ${verdict.desired} running.`));
    case "failed":
      return void (await ui.error(`The deployment to ${place} failed. ${verdict.reason}`));
    case "superseded":
      return void (await ui.warn(`A newer deployment of ${place} took over: ${nameOfArn(verdict.by)}.`));
  }
}
