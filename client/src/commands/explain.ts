import type { Service } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { explanationPage, questionOf } from "../model/findings/page.ts";
import { targetLabel } from "../model/target.ts";
import { gatherEvidence } from "../account/gatherEvidence.ts";
import type { Session } from "../account/session.ts";
import type { FindingNode } from "../tree/findingNode.ts";
import type { ServiceNode } from "../tree/serviceNode.ts";
import type { Ui } from "../host/ui.ts";
import type { Command } from "./command.ts";

export const explain: Command<FindingNode | ServiceNode> = {
  id: "taskwright.explain",
  title: "Explain Unhealthy Service",
  icon: "lightbulb",
  on: ["service", "finding"],
  groups: ["2_look@1"],
  palette: "never",
  async run({ ui }, node) {
    if (node) await explainService(ui, node.session, node.service);
  },
};

/** Opens one document that says why a service is not steady and what to do. */
export async function explainService(ui: Ui, session: Session, service: Service): Promise<void> {
  const name = service.serviceName ?? "";
  const evidence = await ui.progress(`Looking into ${name}`, (_progress, signal) =>
    gatherEvidence(session, service, signal),
  );
  const ref = `${nameOfArn(service.clusterArn ?? "")} / ${name} in ${targetLabel(session.connection.target)}`;
  await ui.showPage(`${questionOf(evidence).replace("?", "")}.md`, explanationPage(evidence, ref));
}
