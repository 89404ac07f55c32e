import { insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { placeOf } from "../../kit/placeOf.ts";
import type { Rule } from "../../rule.ts";

const ingressPort: Rule = {
  id: "service-connect-ingress-port",
  summary: "ingressPortOverride is a port, for tasks with awsvpc networking.",
  severity: "error",
  appliesTo: "service",
  check({ connectServices }, report, { task, taskDocument }) {
    const mode = task?.networkMode?.string;
    for (const port of connectServices.flatMap((entry) => entry.get("ingressPortOverride") ?? [])) {
      if (port.number === undefined) continue;
      if (port.number < 0 || port.number > 65535) {
        report(port, `ingressPortOverride is ${port.number}, but a port is 1 to 65535.`);
      } else if (port.number > 0 && mode !== undefined && mode !== "awsvpc") {
        report(
          port,
          `ingressPortOverride is for tasks with networkMode awsvpc; the task definition uses ${mode}, where the proxy gets a port that is free.`,
          {
            severity: "warning",
            related: placeOf("The network mode of the task definition", task?.networkMode, taskDocument),
          },
        );
      }
    }
  },
};

const requestTimeout: Rule = {
  id: "service-connect-per-request-tcp",
  summary: "A timeout per request needs a port with an HTTP-type protocol.",
  severity: "warning",
  appliesTo: "service with its task definition",
  check({ connectServices }, task, report, taskDocument) {
    for (const entry of connectServices) {
      const timeout = entry.get("timeout")?.get("perRequestTimeoutSeconds");
      const name = entry.get("portName")?.string;
      const port = name === undefined ? undefined : task.symbols.definition("port", name)?.node;
      if (!timeout?.number || !port || port.parent?.filled("appProtocol")) continue;
      report(
        timeout,
        `The port "${name}" has no appProtocol, so Service Connect treats its traffic as TCP, which has no requests to time. Set appProtocol to http, http2 or grpc in the task definition, or use idleTimeoutSeconds.`,
        {
          related: placeOf("The port without appProtocol", port, taskDocument),
        },
      );
    }
  },
};

const formats: readonly string[] = ["TEXT", "JSON"];

const accessLog: Rule = {
  id: "service-connect-access-log",
  summary: "Access logs of Service Connect need a format and a logConfiguration.",
  severity: "error",
  fix: "insert the format, or use one that exists",
  appliesTo: "service",
  check({ root }, report) {
    const configuration = root.get("serviceConnectConfiguration");
    const access = configuration?.filled("accessLogConfiguration");
    if (!configuration || access?.type !== "object" || access.isDynamic) return;
    const format = access.filled("format");
    if (!format) {
      report(keyPlace(access), "accessLogConfiguration has no format. AWS needs TEXT or JSON.", {
        fixes: [quickFix("Add format JSON", insertMember(access, "format", "JSON"))],
      });
    } else if (format.string !== undefined && !formats.includes(format.string)) {
      const right = format.string.toUpperCase() === "TEXT" ? "TEXT" : "JSON";
      report(format, `"${format.string}" is not a format of access logs. Use TEXT or JSON.`, {
        fixes: [quickFix(`Use ${right}`, replaceValue(format, right))],
      });
    }
    if (!configuration.filled("logConfiguration")) {
      report(
        keyPlace(access),
        "Access logs go where the proxy writes its logs, but serviceConnectConfiguration has no logConfiguration. Add one.",
        { severity: "warning" },
      );
    }
  },
};

/** Ports, timeouts and logs of the Service Connect proxy. */
export const serviceConnectTraffic: readonly Rule[] = [ingressPort, requestTimeout, accessLog];
