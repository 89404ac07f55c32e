import type { DeploymentRecord } from "../../aws/deploymentReads.ts";
import { nameOfArn } from "../../model/arn.ts";
import { isUnderWay, recordWords } from "../../model/deploymentWords.ts";
import { ago, duration, exactly } from "../../model/time.ts";
import { html, type Html } from "./html.ts";

/** Width of the bars in their own units. */
const width = 200;

/** The deployments as a table whose bars show when each began and how long it took. */
export function timeline(records: readonly DeploymentRecord[], at: number): Html {
  if (records.length === 0) return html`<p>None is known.</p>`;
  const from = Math.min(...records.map(({ deployment }) => deployment.createdAt?.getTime() ?? at));
  const rows = records.map((record) => row(record, from, at));
  return html`<table>
    <thead><tr><th scope="col">Revision</th><th scope="col">State</th><th scope="col">Began</th><th scope="col">Took</th><th scope="col" aria-hidden="true">${ago(new Date(from), at)} to now</th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
}

function row({ deployment, taskDefinition = "" }: DeploymentRecord, from: number, at: number): Html {
  const begin = deployment.createdAt?.getTime() ?? at;
  const end = isUnderWay(deployment)
    ? at
    : ((deployment.finishedAt ?? deployment.stoppedAt ?? deployment.updatedAt)?.getTime() ?? begin);
  const span = Math.max(at - from, 1);
  const x = ((begin - from) / span) * width;
  const length = Math.max(3, ((end - begin) / span) * width);
  return html`<tr>
    <th scope="row">${nameOfArn(taskDefinition) || "unknown"}</th>
    <td>${recordWords(deployment)}${deployment.statusReason ? html`<br><small>${deployment.statusReason}</small>` : undefined}</td>
    <td title="${exactly(deployment.createdAt)}">${ago(deployment.createdAt, at)}</td>
    <td>${isUnderWay(deployment) ? `${duration(end - begin)} so far` : duration(end - begin)}</td>
    <td aria-hidden="true"><svg class="bar ${tone(deployment.status)}" viewBox="0 0 ${width} 10" preserveAspectRatio="none"><rect x="${Math.min(x, width - length).toFixed(1)}" y="1" width="${length.toFixed(1)}" height="8"></rect></svg></td>
  </tr>`;
}

function tone(status = ""): "bad" | "good" | "running" {
  if (status === "SUCCESSFUL") return "good";
  return /IN_PROGRESS|PENDING|REQUESTED/.test(status) ? "running" : "bad";
}
