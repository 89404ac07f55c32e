import type { Service } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { shortEvent } from "../../model/events.ts";
import type { TargetState } from "../../model/findings/evidence.ts";
import { healthOf } from "../../model/health.ts";
import { targetWords } from "../../model/targets.ts";
import { ago, exactly } from "../../model/time.ts";
import { curve } from "./curve.ts";
import type { Part, ServicePageData } from "./data.ts";
import { html, type Html } from "./html.ts";
import { timeline } from "./timeline.ts";

/** How many events the page shows. */
const eventCount = 20;

/** The parts of the page, by the id of the element each fills. */
export type Sections = Readonly<
  Record<"curves" | "deployments" | "events" | "state" | "targets" | "tasks", string>
>;

/** The page's content; each part can be replaced by itself. */
export function sections({ service, deployments, utilization, targets, at }: ServicePageData): Sections {
  const all = {
    state: state(service, at),
    tasks: tasks(service),
    deployments: part(deployments, (records) => timeline(records, at)),
    curves: part(
      utilization,
      ({ cpu, memory }) => html`${curve("cpu", "CPU", cpu)}${curve("memory", "Memory", memory)}`,
    ),
    targets: part(targets, targetTable),
    events: events(service, at),
  };
  return Object.fromEntries(Object.entries(all).map(([id, { markup }]) => [id, markup])) as Sections;
}

function part<T>(content: Part<T>, show: (value: T) => Html): Html {
  if ("value" in content) return show(content.value);
  return html`<p class="failure" role="alert">${content.failure} <button data-command="refresh">Retry</button></p>`;
}

function state(service: Service, at: number): Html {
  const { state: kind, words, isTroubled } = healthOf(service, at);
  const why = isTroubled && html` <button data-command="explain">Why?</button>`;
  return html`<p class="state ${kind}"><strong>${words || "Steady"}</strong>${why}</p>
    <p>${nameOfArn(service.taskDefinition ?? "")} · ${service.launchType ?? "capacity providers"} · looked at ${exactly(new Date(at))}</p>`;
}

function tasks({ runningCount = 0, desiredCount = 0, pendingCount = 0 }: Service): Html {
  return html`<dl class="counts">
    <div><dt>Running</dt><dd>${runningCount}</dd></div>
    <div><dt>Desired</dt><dd>${desiredCount}</dd></div>
    <div><dt>Pending</dt><dd>${pendingCount}</dd></div>
  </dl>
  <meter min="0" max="${Math.max(desiredCount, runningCount, 1)}" value="${runningCount}" aria-label="${runningCount} of ${desiredCount} tasks running"></meter>`;
}

function targetTable(states: readonly TargetState[]): Html {
  if (states.length === 0) return html`<p>The service registers no targets.</p>`;
  const rows = states.map(({ group, health: { Target, TargetHealth } }) => {
    return html`<tr><th scope="row">${Target?.Id}:${Target?.Port}</th><td>${targetWords(TargetHealth)}</td><td>${group}</td></tr>`;
  });
  return html`<table><thead><tr><th scope="col">Target</th><th scope="col">Health</th><th scope="col">Target group</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function events({ events: all = [] }: Service, at: number): Html {
  if (all.length === 0) return html`<p>None.</p>`;
  const items = all
    .slice(0, eventCount)
    .map(
      ({ createdAt, message = "" }) =>
        html`<li><time title="${exactly(createdAt)}">${ago(createdAt, at)}</time> ${shortEvent(message)}</li>`,
    );
  return html`<ol>${items}</ol>`;
}
