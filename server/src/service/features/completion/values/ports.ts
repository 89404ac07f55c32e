import type { Place, ValueProvider } from "../place.ts";
import { type Suggestion, valueOf } from "../suggestion.ts";

/** Host ports that go with the network mode. */
export const ports: readonly ValueProvider[] = [
  {
    path: "containerDefinitions/*/portMappings/*/hostPort",
    suggest: (place: Place): Suggestion[] => {
      const port = place.enclosing(1)?.get("containerPort")?.integer;
      const mode = place.task?.effectiveNetworkMode;
      const same = port === undefined ? [] : [valueOf(port, mode === "bridge" ? "the same on the instance" : `the same, as ${mode ?? "awsvpc"} wants it`)];
      return mode === "bridge" ? [valueOf(0, "a free port of the instance"), ...same] : same;
    },
  },
];
