import assert from "node:assert/strict";
import { html } from "../../client/src/views/servicePage/html.ts";
import { frame } from "../../client/src/views/servicePage/frame.ts";
import { sections } from "../../client/src/views/servicePage/sections.ts";
import { ServicePage } from "../../client/src/views/servicePage/servicePage.ts";
import { Session } from "../../client/src/account/session.ts";
import type { ServiceNode } from "../../client/src/tree/serviceNode.ts";
import { explorerScenario } from "../support/explorerScenario.ts";
import { simulatedAccount, simulatedRow, type SimulatedAccount } from "../support/simulatedAccount.ts";

const services = [simulatedRow, "Clusters", "live", "Services"];
const { signal } = new AbortController();

/** The text of HTML as one reads it, line by line. */
const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, "\n")
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");

describe("The page of a service", () => {
  let account: SimulatedAccount;
  let page: ServicePage;

  beforeEach(async () => {
    account = await simulatedAccount({ scenario: explorerScenario, clock: "step" });
    account.simulator.clock.advance(180);
    page = await open("web");
  });
  afterEach(() => account.close());

  async function open(name: string): Promise<ServicePage> {
    const { node } = await account.expand(...services, name);
    const { session, arn, service } = node as ServiceNode;
    account.simulator.resetCalls();
    return new ServicePage(session, service.clusterArn ?? "", arn);
  }

  it("says where the service is", () => {
    assert.equal(page.place, "live · acme-prod (123456789012) · eu-west-1");
  });

  it("names the account before anybody asked for it, as when VS Code brings the page back", async () => {
    const session = new Session(page.session.connection, page.session.view);
    assert.equal(new ServicePage(session, page.cluster, page.arn).place, "live · 123456789012 · eu-west-1");
  });

  it("reads the service, its deployments, metrics and targets: six calls, one of them for revisions not seen before", async () => {
    await page.read(signal);
    assert.deepEqual(account.operations().toSorted(), [
      "DescribeServiceDeployments",
      "DescribeServiceRevisions",
      "DescribeServices",
      "DescribeTargetHealth",
      "GetMetricData",
      "ListServiceDeployments",
    ]);
  });

  it("costs two calls to refresh within a minute: the service and its targets", async () => {
    await page.read(signal);
    account.simulator.resetCalls();
    account.simulator.clock.advance(15);
    await page.read(signal);
    assert.deepEqual(account.operations().toSorted(), ["DescribeServices", "DescribeTargetHealth"]);
  });

  it("shows counts, deployments, target health and events", async () => {
    const { state, tasks, deployments, targets, events } = sections(await page.read(signal));
    assert.match(textOf(state), /^Steady\nweb:1 · FARGATE · looked at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/);
    assert.equal(textOf(tasks), "Running\n2\nDesired\n2\nPending\n0");
    assert.match(
      textOf(deployments),
      /^Revision\nState\nBegan\nTook\n3 days ago to now\nweb:1\nsuccessful\n3 days ago\n3 min$/,
    );
    assert.match(textOf(targets), /^Target\nHealth\nTarget group\n10\.0\.\d+\.\d+:8080\nhealthy\nweb\n/);
    assert.match(textOf(events), /^3 days ago\nhas reached a steady state\.\n/);
  });

  it("draws CPU and memory as curves, and says their figures in words", async () => {
    const { curves } = sections(await page.read(signal));
    assert.match(
      textOf(curves),
      /^CPU:\nnow [\d.]+ %, highest [\d.]+ % at \d\d:\d\d, mean [\d.]+ %\n\d\d:\d\d\n0 to 100 %\n\d\d:\d\d\nMemory:/,
    );
    assert.equal(curves.match(/<polyline/g)?.length, 2);
    assert.match(curves, /role="img" tabindex="0"\s+aria-label="CPU of the last three hours: now/);
  });

  it("says what is wrong with a service in trouble, and offers to explain it", async () => {
    const { state } = sections(await (await open("crash")).read(signal));
    assert.match(textOf(state), /^1 task missing · 6 tasks died in 15 min\nWhy\?\n/);
    assert.match(state, /<button data-command="explain">/);
  });

  it("says in a part that fails why, with a retry, and shows the others", async () => {
    account.proxy.faults.set("ListServiceDeployments", {
      error: "AccessDeniedException",
      message: "You may not.",
    });
    const shown = sections(await page.read(signal));
    assert.equal(
      textOf(shown.deployments),
      "Could not list service deployments: not authorized. You may not.\nRetry",
    );
    assert.equal(textOf(shown.tasks), "Running\n2\nDesired\n2\nPending\n0");
  });

  it("says when a service has no targets and no metrics", async () => {
    const shown = sections(await (await open("idle")).read(signal));
    assert.equal(textOf(shown.targets), "The service registers no targets.");
  });

  it("is gone when the service is", async () => {
    const gone = new ServicePage(page.session, page.cluster, page.arn.replace("web", "gone"));
    await assert.rejects(gone.read(signal), { message: "gone is gone." });
  });
});

describe("The frame of a page", () => {
  const options = {
    title: "a<b",
    place: "live",
    hasConsole: true,
    cspSource: "vscode-resource:",
    nonce: "n0nce",
    style: "style.css",
    script: "script.js",
  };
  const markup = frame(options);

  it("leads to the console where that knows the service", () => {
    const commands = (page: string): string[] =>
      [...page.matchAll(/data-command="(\w+)"/g)].map(([, command]) => command!);
    assert.deepEqual(commands(markup), ["refresh", "console"]);
    assert.deepEqual(commands(frame({ ...options, hasConsole: false })), ["refresh"]);
  });

  it("allows its own style and script, and nothing else", () => {
    assert.match(
      markup,
      /content="default-src &#39;none&#39;; style-src vscode-resource:; script-src &#39;nonce-n0nce&#39;"/,
    );
    assert.deepEqual(markup.match(/<script[^>]*>/g), [`<script nonce="n0nce" src="script.js">`]);
    assert.doesNotMatch(markup, /style="|onclick|<style/);
  });

  it("has a heading for each part, a language, and a place where changes are spoken", () => {
    assert.match(markup, /<html lang="en">/);
    assert.deepEqual(
      [...markup.matchAll(/<h2[^>]*>([^<]+)/g)].map(([, heading]) => heading),
      ["Tasks", "CPU and memory", "Deployments", "Target health", "Events"],
    );
    assert.match(markup, /role="status" aria-live="polite"/);
  });

  it("escapes what it is given", () => {
    assert.match(markup, /<h1>a&#60;b<\/h1>/);
    assert.equal(
      html`<p title="${`"'<>&`}">${[html`<b>${"<i>"}</b>`]}${undefined}${false}${7}</p>`.markup,
      `<p title="&#34;&#39;&#60;&#62;&#38;"><b>&#60;i&#62;</b>7</p>`,
    );
  });
});
