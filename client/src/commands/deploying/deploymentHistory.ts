import type { Connection } from "../../aws/connection.ts";
import type { TaskDefinition } from "../../aws/types.ts";
import { historyPage, type PastDeployment } from "../../model/deploymentHistory.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { serviceRefFor } from "../choosing/pickService.ts";
import { serviceRefWords } from "../choosing/serviceRef.ts";

/** How many deployments the page has. */
const shown = 10;

/** Shows the past deployments of a service as a page. */
export const deploymentHistory: Command<ServiceNode> = {
  id: "taskwright.deploymentHistory",
  title: "Show Deployment History",
  on: ["service"],
  groups: ["2_look@2"],
  async run(context, node) {
    const ref = await serviceRefFor(context, node, "Deployment history");
    if (!ref) return;
    const { connection, cluster, service } = ref;
    const records = await connection.deployments.newestIfKept(cluster, service, shown);
    if (!records || records.length === 0) {
      await context.ui.info(`ECS keeps no deployments of ${serviceRefWords(ref)}, or does not tell them.`);
      return;
    }
    const past = await Promise.all(
      records.map(
        async ({ deployment, taskDefinition = "" }): Promise<PastDeployment> => ({
          deployment,
          taskDefinition,
          definition: await definitionOf(connection, taskDefinition),
        }),
      ),
    );
    await context.ui.showPage(`Deployments of ${service}.md`, historyPage(serviceRefWords(ref), past));
  },
};

/** Undefined for a revision that was deleted, which is a client's mistake to ECS. */
async function definitionOf({ ecs }: Connection, arn: string): Promise<TaskDefinition | undefined> {
  try {
    return await ecs.taskDefinition(arn);
  } catch (error) {
    if (error instanceof Error && error.name === "ClientException") return undefined;
    throw error;
  }
}
