import { proxyUser, requiredProxyProperties } from "../../../data/appMesh.ts";
import type { JsonNode, Span } from "../../../syntax/jsonNode.ts";
import { appendItems, type Fix, insertMember, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { capitalize, listOf } from "../../kit/words.ts";
import { isAppMesh, proxyRule } from "./proxyRule.ts";

const required = proxyRule(
  {
    id: "proxy-required-properties",
    summary: "The App Mesh proxy is told its ports and what it leaves alone.",
    severity: "error",
    fix: "insert what is missing",
  },
  (proxy, report) => {
    const given = propertiesOf(proxy);
    if (!isAppMesh(proxy) || !given) return;
    const missing = Object.keys(requiredProxyProperties).filter((name) => !given.has(name));
    if (missing.length === 0) return;
    report(
      place(proxy),
      `The App Mesh proxy lacks ${listOf(missing, "and")}, and AWS refuses the registration. Add what is missing to properties.`,
      {
        fixes: [
          addProperties(
            proxy,
            missing.map((name) => ({ name, value: requiredProxyProperties[name]! })),
          ),
        ],
      },
    );
  },
);

const ignoredId = proxyRule(
  {
    id: "proxy-ignored-id",
    summary: "The App Mesh proxy ignores its own traffic by user or group.",
    severity: "warning",
    fix: "insert IgnoredUID",
  },
  (proxy, report) => {
    const given = propertiesOf(proxy);
    if (!isAppMesh(proxy) || !given || given.get("IgnoredUID") || given.get("IgnoredGID")) return;
    const entry = given.has("IgnoredUID")
      ? proxy.get("properties")?.items.findLast((item) => item.get("name")?.string === "IgnoredUID")
      : undefined;
    report(
      place(proxy),
      "Without IgnoredUID or IgnoredGID the proxy catches its own traffic and sends it in a circle. Set one of them to the user or group as which the proxy runs.",
      {
        fixes: [
          entry
            ? quickFix(`Set IgnoredUID to ${proxyUser}`, insertMember(entry, "value", proxyUser))
            : addProperties(proxy, [{ name: "IgnoredUID", value: proxyUser }]),
        ],
      },
    );
  },
);

const containerUser = proxyRule(
  {
    id: "proxy-container-user",
    summary: "The proxy runs as the user whose traffic it ignores.",
    severity: "warning",
    fix: "set the user",
  },
  (proxy, report, task) => {
    const uid = propertiesOf(proxy)?.get("IgnoredUID");
    const container = task.container(proxy.get("containerName")?.string);
    if (!isAppMesh(proxy) || !uid || !container || container.node.filled("user")) return;
    report(
      container.place,
      `${capitalize(container.label)} is the proxy and has no user, while traffic of the user ${uid} is ignored: its own traffic would be caught again. Set its user to "${uid}".`,
      { fixes: [quickFix(`Set user to ${uid}`, insertMember(container.node, "user", uid))] },
    );
  },
);

/** The properties by name, values as they are written; undefined when some are filled in later. */
function propertiesOf(proxy: JsonNode): ReadonlyMap<string, string> | undefined {
  const list = proxy.get("properties");
  const entries = list?.items ?? [];
  if (list?.isDynamic || entries.some((entry) => entry.isDynamic || entry.get("name")?.isDynamic))
    return undefined;
  return new Map(entries.map((entry) => [entry.get("name")?.raw ?? "", entry.get("value")?.raw ?? ""]));
}

function place(proxy: JsonNode): Span {
  return keyPlace(proxy.get("properties") ?? proxy);
}

function addProperties(
  proxy: JsonNode,
  entries: readonly { readonly name: string; readonly value: string }[],
): Fix {
  const title = `Add ${listOf(
    entries.map(({ name }) => name),
    "and",
  )}`;
  const list = proxy.filled("properties");
  return list
    ? quickFix(title, appendItems(list, entries))
    : quickFix(title, insertMember(proxy, "properties", entries));
}

/** What the App Mesh proxy is told. */
export const proxyProperties: readonly Rule[] = [required, ignoredId, containerUser];
