import { appMeshEnd } from "../../../data/appMesh.ts";
import { absenceSeverity } from "../../kit/absence.ts";
import { insertMember, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { likelyName } from "../../kit/unknownName.ts";
import { isAppMesh, proxyRule } from "./proxyRule.ts";

const needsAwsvpc = proxyRule(
  {
    id: "proxy-needs-awsvpc",
    summary: "The App Mesh proxy needs networkMode awsvpc.",
    severity: "error",
    fix: "set networkMode to awsvpc",
  },
  (proxy, report, task) => {
    const mode = task.networkMode;
    const severity = mode ? "error" : absenceSeverity(task, "error");
    if (!isAppMesh(proxy) || task.isAwsvpc || (mode && mode.string === undefined) || !severity) return;
    report(
      keyPlace(proxy),
      `The App Mesh proxy catches the traffic of a task's own network interface, which ${mode ? `networkMode ${mode.string}` : "the default networkMode"} ` +
        "does not give it; AWS refuses the registration. Set networkMode to awsvpc.",
      {
        severity,
        fixes: [quickFix("Set networkMode to awsvpc", insertMember(task.root, "networkMode", "awsvpc"))],
      },
    );
  },
);

const unknownContainer = proxyRule(
  {
    id: "proxy-container-unknown",
    summary: "The proxy is a container of the task definition.",
    severity: "error",
    fix: "use the name that is most alike",
  },
  (proxy, report, task) => {
    if (!proxy.filled("containerName")) {
      report(
        keyPlace(proxy),
        "proxyConfiguration does not say which container is the proxy. Add its containerName.",
      );
      return;
    }
    for (const use of task.symbols.dangling("container")) {
      if (use.via !== "proxyConfiguration") continue;
      report(
        use.node,
        `"${use.name}" is no container of this task definition; AWS answers "Proxy container [${use.name}] does not exist". Name the container that runs the proxy.`,
        { fixes: likelyName(use, task), ...(task.shape === "fragment" && { severity: "hint" }) },
      );
    }
  },
);

const endOfLife = proxyRule(
  { id: "app-mesh-end-of-life", summary: "Support for AWS App Mesh ends.", severity: "information" },
  (proxy, report) => {
    report(
      keyPlace(proxy),
      `proxyConfiguration is for AWS App Mesh, whose support ends on ${appMeshEnd}. Move to Service Connect, which needs no proxy here.`,
    );
  },
);

/** The App Mesh proxy. */
export const proxy: readonly Rule[] = [needsAwsvpc, unknownContainer, endOfLife];
