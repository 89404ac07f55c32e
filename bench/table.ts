import { median, percentile95 } from "./median.ts";
import type { Row } from "./row.ts";

/**
 * The rows as a table of Markdown: medians, the 95th percentile of ours, the ratio of the medians, and the
 * goal.
 */
export function tableOf(rows: readonly Row[]): string {
  return [
    "| what | ours | 95 of 100 | beside it | ratio | goal |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows.map(lineOf),
  ].join("\n");
}

function lineOf({ what, unit, ours, peer, goal }: Row): string {
  const own = median(ours);
  const other = peer && median(peer.samples);
  const cells = [
    what,
    `${figure(own)} ${unit}`,
    ours.length < 20 ? "" : `${figure(percentile95(ours))} ${unit}`,
    other === undefined ? "" : `${figure(other)} ${unit} (${peer?.name})`,
    other === undefined ? "" : (own / other).toFixed(2),
    goal === undefined ? "" : String(goal),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** Three digits are all that a noisy machine can tell. */
function figure(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString("en-US")
    : value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
}
