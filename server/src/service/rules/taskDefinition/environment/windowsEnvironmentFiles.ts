import { inContainers, refusals } from "../../kit/refusal.ts";
import type { Rule } from "../../rule.ts";

export const windowsEnvironmentFiles: readonly Rule[] = refusals(
  (task) => task.isFargate && task.isWindows,
  [
    {
      id: "env-file-windows-fargate",
      summary: "On Fargate, Windows containers have no environment files.",
      severity: "warning",
      about: ["environmentFiles"],
      find: inContainers("environmentFiles"),
      message: () =>
        "On Fargate, environment files are not supported for Windows containers. Put the variables into environment or secrets.",
    },
  ],
);
