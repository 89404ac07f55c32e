import { nameOfArn } from "../../model/arn.ts";
import { changesBetween } from "../../model/changes.ts";
import type { Connection } from "../../aws/connection.ts";
import { RevisionNode } from "../../tree/revisionNode.ts";
import { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command, CommandContext } from "../command.ts";
import { deployOutside, outsideController } from "./codeDeploy.ts";
import { changeFacts, nowWords } from "./deployFacts.ts";
import { pickServiceRef } from "../choosing/pickService.ts";
import {
  serviceRefResource,
  serviceRefOf,
  serviceRefWords,
  requireService,
  requireWritable,
} from "../choosing/serviceRef.ts";
import { rollOut } from "./rollOut.ts";
import { normalisedRevision, showForms } from "./showRevisions.ts";

/** Brings a revision that is registered already to a service. */
export const deployRevision: Command = {
  id: "taskwright.deployRevision",
  title: "Deploy Existing Revision…",
  needsTrust: true,
  on: ["service", "revision"],
  groups: ["1_deploy@3"],
  async run(context, node) {
    const ref =
      node instanceof ServiceNode
        ? serviceRefOf(node)
        : await pickServiceRef(context, "Deploy", node instanceof RevisionNode ? node.connection : undefined);
    if (!ref) return;
    await requireWritable(ref);
    const service = await requireService(ref);
    const live = service.taskDefinition ?? "";
    const chosen =
      node instanceof RevisionNode ? node.arn : await pickRevision(context, ref.connection, live);
    if (chosen === undefined) return;
    if (chosen === live) {
      await context.ui.info(
        `${serviceRefWords(ref)} runs ${nameOfArn(live)} already. To replace its tasks, force a new deployment.`,
      );
      return;
    }
    const [before, after] = await Promise.all([
      normalisedRevision(ref.connection, live),
      normalisedRevision(ref.connection, chosen),
    ]);
    await showForms(
      context,
      `${serviceRefWords(ref)}: ${nameOfArn(live)} ↔ ${nameOfArn(chosen)}`,
      { name: nameOfArn(live), form: before },
      { name: nameOfArn(chosen), form: after },
    );
    const facts = changeFacts(changesBetween(before, after));
    if (outsideController(service))
      return deployOutside(context, ref, service, { taskDefinition: chosen, facts });
    const permit = await ref.connection.writes.ask({
      question: `Deploy ${nameOfArn(chosen)} to ${serviceRefWords(ref)}`,
      facts: [...facts, nowWords(service)],
      action: "Deploy",
      resources: [serviceRefResource(ref)],
    });
    if (permit) await rollOut(context, permit, ref, { taskDefinition: chosen });
  },
};

async function pickRevision(
  { ui }: CommandContext,
  connection: Connection,
  live: string,
): Promise<string | undefined> {
  const revisions = await connection.ecs.revisions(nameOfArn(live).split(":")[0] ?? "");
  return ui.pick(
    "Deploy which revision?",
    revisions.map((arn) => ({
      label: nameOfArn(arn),
      ...(arn === live ? { description: "live" } : {}),
      value: arn,
    })),
  );
}
