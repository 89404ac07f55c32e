import { clusterOfArn } from "../model/arn.ts";
import { explanationPage, questionOf } from "../model/findings/page.ts";
import { targetLabel } from "../model/target.ts";
import { gatherEvidence } from "../session/gatherEvidence.ts";
import type { FindingNode } from "../tree/findingNode.ts";
import type { ServiceNode } from "../tree/serviceNode.ts";
import type { Command } from "./command.ts";

/** Opens one document that says why a service is not steady and what to do. */
export const explain: Command<FindingNode | ServiceNode> = {
  id: "taskwright.explain",
  title: "Why Is This Not Steady?",
  icon: "lightbulb",
  on: ["service", "finding"],
  groups: ["2_look@1"],
  palette: "never",
  async run({ ui }, node) {
    if (!node) return;
    const { service, session } = node;
    const name = service.serviceName ?? "";
    const evidence = await ui.progress(`Looking into ${name}`, (_progress, signal) => gatherEvidence(session, service, signal));
    const place = `${clusterOfArn(service.serviceArn ?? "")} / ${name} in ${targetLabel(session.connection.target)}`;
    await ui.showDocument({ name: `${questionOf(evidence).replace("?", "")}.md`, language: "markdown", text: explanationPage(evidence, place), rendered: true });
  },
};
