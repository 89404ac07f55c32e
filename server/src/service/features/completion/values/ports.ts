import type { CursorSite, ValueProvider } from "../cursorSite.ts";
import { type Suggestion, valueOf } from "../suggestion.ts";

const usualPorts = [
  { port: 8080, use: "HTTP, without privileges" },
  { port: 80, use: "HTTP" },
  { port: 443, use: "HTTPS" },
  { port: 3000, use: "Node.js and Rails by habit" },
  { port: 5000, use: "Flask by habit" },
  { port: 50051, use: "gRPC by habit" },
];

/** Ports that are free, and host ports that go with the network mode. */
export const ports: readonly ValueProvider[] = [
  {
    path: "containerDefinitions/*/portMappings/*/containerPort",
    suggest: (site: CursorSite): Suggestion[] => {
      const { task, cursor } = site;
      const hostPort = site.enclosing(1)?.get("hostPort")?.integer;
      if (hostPort && task?.effectiveNetworkMode !== "bridge") return [valueOf(hostPort, "the host port")];
      const taken = new Set(
        (task?.portMappings ?? [])
          .map((mapping) => mapping.get("containerPort")?.integer)
          .filter((port) => String(port) !== cursor.typed),
      );
      const free = usualPorts.filter(({ port }) => !taken.has(port));
      return free.map(({ port, use }) => valueOf(port, use));
    },
  },
  {
    path: "containerDefinitions/*/portMappings/*/hostPort",
    suggest: (site: CursorSite): Suggestion[] => {
      const port = site.enclosing(1)?.get("containerPort")?.integer;
      const mode = site.task?.effectiveNetworkMode;
      const same =
        port === undefined
          ? []
          : [
              valueOf(
                port,
                mode === "bridge" ? "the same on the instance" : `the same, as ${mode ?? "awsvpc"} wants it`,
              ),
            ];
      return mode === "bridge" ? [valueOf(0, "a free port of the instance"), ...same] : same;
    },
  },
];
