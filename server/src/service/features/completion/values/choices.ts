import type { Place } from "../place.ts";

/** A closed list of which only some values fit the rest of the file. */
export interface ChoiceFilter {
  readonly path: string;
  readonly fits: (value: string, place: Place) => boolean;
}

/** Values that AWS would refuse together with what the file says already. */
export const choiceFilters: readonly ChoiceFilter[] = [
  { path: "networkMode", fits: (value, { task }) => !task?.isFargate || value === "awsvpc" },
  {
    path: "requiresCompatibilities/*",
    fits: (value: string, place: Place): boolean => {
      const others = place.enclosing(1)?.items.filter((item) => item.string !== place.cursor.typed) ?? [];
      const mode = place.task?.networkMode?.string;
      return !others.some((item) => item.string === value) && (value !== "FARGATE" || mode === undefined || mode === "awsvpc");
    },
  },
  { path: "pidMode", fits: (value, { task }) => !task?.isFargate || value === "task" },
  {
    path: "containerDefinitions/*/logConfiguration/logDriver",
    fits: (value: string, { task }: Place): boolean => {
      if (value === "awsfirelens") return task === undefined || task.logRouters.length > 0;
      return !task?.isFargate || value === "awslogs" || value === "splunk";
    },
  },
  { path: "containerDefinitions/*/resourceRequirements/*/type", fits: (value, { task }) => value !== "InferenceAccelerator" && (value !== "GPU" || !task?.isFargate) },
  { path: "runtimePlatform/cpuArchitecture", fits: (value, { task }) => value !== "ARM64" || !task?.isWindows },
  { path: "schedulingStrategy", fits: (value, { service }) => value !== "DAEMON" || !(service?.isFargate || service?.desiredCount !== undefined) },
  {
    path: "deploymentConfiguration/strategy",
    fits: (value, { service }) => value === "ROLLING" || service?.controller === "ECS",
  },
];

