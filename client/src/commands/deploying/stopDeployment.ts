import { isUnderWay } from "../../model/deploymentWords.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { offerToContinue } from "./offerToContinue.ts";
import { serviceRefFor, writableServiceRef } from "../choosing/pickService.ts";
import {
  serviceRefResource,
  serviceRefWords,
  requireService,
  type ServiceRef,
} from "../choosing/serviceRef.ts";
import { nameOfArn } from "../../model/arn.ts";
import { stageWords } from "../../model/followWords.ts";
import type { DeploymentRecord } from "../../aws/deploymentReads.ts";
import { watch } from "./watch.ts";
import { watchedOf, watchedRecord } from "./watching.ts";

export const stopDeployment: Command<ServiceNode> = {
  id: "taskwright.stopDeployment",
  title: "Stop Deployment…",
  needsTrust: true,
  icon: "debug-stop",
  on: ["service"],
  needs: "deploying",
  groups: ["1_deploy@4"],
  async run(context, node) {
    const ref = await writableServiceRef(context, node, "Stop a deployment");
    const running = ref && (await underWay(ref));
    if (!ref) return;
    if (!running) {
      await context.ui.info(`No deployment of ${serviceRefWords(ref)} is under way.`);
      return;
    }
    const revision = nameOfArn(running.taskDefinition ?? "");
    const stopType = await context.ui.pick(`Stop the deployment of ${revision}`, [
      {
        label: "Roll back",
        detail: "Goes back to the revision that served before, and replaces the tasks of the new one.",
        value: "ROLLBACK" as const,
      },
      {
        label: "Abort",
        detail: "Stops where it is: tasks of both revisions keep running until you deploy again.",
        value: "ABORT" as const,
      },
    ]);
    if (stopType === undefined) return;
    const permit = await ref.connection.writes.ask({
      question:
        stopType === "ROLLBACK"
          ? `Stop the deployment of ${revision} and roll ${serviceRefWords(ref)} back`
          : `Abort the deployment of ${revision} to ${serviceRefWords(ref)}`,
      facts: [
        stopType === "ROLLBACK"
          ? "The revision that served before comes back."
          : "Nothing is rolled back: tasks of both revisions keep running.",
      ],
      action: stopType === "ROLLBACK" ? "Roll Back" : "Abort",
      resources: [serviceRefResource(ref)],
    });
    if (!permit) return;
    await permit.stopServiceDeployment(running.deployment.serviceDeploymentArn ?? "", stopType);
    void context.explorer.refresh();
    await context.ui.info(
      stopType === "ROLLBACK"
        ? `${serviceRefWords(ref)} is being rolled back.`
        : `The deployment of ${serviceRefWords(ref)} was aborted.`,
    );
  },
};

export const continueDeployment: Command<ServiceNode> = {
  id: "taskwright.continueDeployment",
  title: "Continue or Roll Back Paused Deployment…",
  needsTrust: true,
  on: ["service"],
  needs: "deploying",
  groups: ["1_deploy@5"],
  async run(context, node) {
    const ref = await writableServiceRef(context, node, "Continue a deployment");
    const running = ref && (await underWay(ref));
    if (!ref) return;
    const hook = running?.deployment.lifecycleHookDetails?.find(({ status }) => status === "AWAITING_ACTION");
    if (!running || !hook) {
      await context.ui.info(`No deployment of ${serviceRefWords(ref)} waits for an answer.`);
      return;
    }
    await offerToContinue(context, ref, {
      serviceDeploymentArn: running.deployment.serviceDeploymentArn ?? "",
      stage: stageWords(running.deployment),
      hook,
    });
  },
};

export const watchDeployment: Command<ServiceNode> = {
  id: "taskwright.watchDeployment",
  title: "Watch Deployment",
  icon: "eye",
  on: ["service"],
  needs: "deploying",
  groups: ["1_deploy@6"],
  async run(context, node) {
    const ref = await serviceRefFor(context, node, "Watch a deployment");
    if (!ref) return;
    const service = await requireService(ref);
    // Of a deployment that is rolled back, the primary one is what is gone back to.
    const [newest] = (await ref.connection.deployments.newestIfKept(ref.cluster, ref.service, 1)) ?? [];
    const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
    const watched = newest
      ? watchedRecord(ref, service, newest)
      : primary && watchedOf(ref, primary, context.clock);
    if (!watched) {
      await context.ui.info(`${serviceRefWords(ref)} has no deployment.`);
      return;
    }
    await watch(context, watched, watched.createdAt);
  },
};

async function underWay({ connection, cluster, service }: ServiceRef): Promise<DeploymentRecord | undefined> {
  return (await connection.deployments.newest(cluster, service, 5)).find(({ deployment }) =>
    isUnderWay(deployment),
  );
}
