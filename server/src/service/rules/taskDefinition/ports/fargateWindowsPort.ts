import { reservedFargateWindowsPort } from "../../../data/reservedPorts.ts";
import type { Rule } from "../../rule.ts";

export const fargateWindowsPort: Rule = {
  id: "fargate-windows-port-3150",
  summary: "Port 3150 is taken in Windows tasks on Fargate.",
  severity: "warning",
  about: ["operatingSystemFamily"],
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isFargate || !task.isWindows) return;
    for (const mapping of task.portMappings) {
      const port = mapping.get("containerPort");
      if (port?.number !== reservedFargateWindowsPort) continue;
      report(
        port,
        `Port ${reservedFargateWindowsPort} is reserved in Windows tasks on Fargate, so the container cannot listen on it. Choose another port.`,
      );
    }
  },
};
