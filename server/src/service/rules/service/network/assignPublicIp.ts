import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { EcsService } from "../../../model/ecsService.ts";
import { quickFix, replaceValue, safeFix } from "../../kit/fix.ts";
import { publicIpWithoutFargate } from "../../kit/publicIp.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

function publicIp(service: EcsService): JsonNode | undefined {
  return service.awsvpcConfiguration?.filled("assignPublicIp");
}

function enabled(service: EcsService): JsonNode | undefined {
  const value = publicIp(service);
  return value?.string === "ENABLED" ? value : undefined;
}

const withoutFargate: Rule = {
  id: "assign-public-ip-ec2",
  summary: "Only tasks on Fargate get public addresses.",
  severity: "warning",
  about: ["assignPublicIp"],
  fix: "use DISABLED",
  appliesTo: "service",
  check({ root }, report) {
    const fault = publicIpWithoutFargate(root);
    if (fault) report(fault.node, fault.message, fault.details);
  },
};

const values = serviceFaults([
  {
    id: "assign-public-ip-security",
    summary: "With assignPublicIp each task on Fargate has a public address.",
    severity: "information",
    fix: "use DISABLED",
    when: ({ isFargate }) => isFargate,
    find: enabled,
    message: () =>
      "Each task gets a public address and can be reached from the internet where its security groups allow it. Use DISABLED when the subnets have a NAT gateway or VPC endpoints.",
    fixes: (value) => [quickFix("Use DISABLED", replaceValue(value, "DISABLED"))],
  },
  {
    id: "assign-public-ip-value",
    summary: "assignPublicIp is ENABLED or DISABLED.",
    severity: "error",
    fix: "use ENABLED or DISABLED",
    find: (service) => {
      const value = publicIp(service);
      return value && !value.isDynamic && value.string !== "ENABLED" && value.string !== "DISABLED"
        ? value
        : undefined;
    },
    message: ({ sourceText }) =>
      `assignPublicIp is ${sourceText}, but AWS takes the text ENABLED or DISABLED only.`,
    fixes: (value) => {
      const isOn = value.boolean ?? /^(?:enabled?|true|yes|on)$/i.test(value.string ?? "");
      const right = isOn ? "ENABLED" : "DISABLED";
      const isMeant = value.boolean !== undefined || value.string?.toUpperCase() === right;
      return [(isMeant ? safeFix : quickFix)(`Use ${right}`, replaceValue(value, right))];
    },
  },
]);

/** Whether tasks get public addresses. */
export const assignPublicIp: readonly Rule[] = [withoutFargate, ...values];
