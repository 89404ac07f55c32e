import { invalidParameter } from "../../../protocol/apiError.ts";
import { missingMember } from "../../input/missingMember.ts";
import { firstRefusal, type Check } from "../refusal.ts";
import { basicChecks } from "./basics.ts";
import { capacityChecks } from "./capacity.ts";
import { connectChecks } from "./connect.ts";
import { deploymentChecks } from "./deployment.ts";
import type { ServiceInput } from "./input.ts";
import { limitChecks } from "./limits.ts";
import { networkChecks } from "./network.ts";
import { volumeChecks } from "./volumes.ts";

const checks: readonly Check<ServiceInput>[] = [
  ...basicChecks,
  ...deploymentChecks,
  ...capacityChecks,
  ...networkChecks,
  ...connectChecks,
  ...volumeChecks,
  ...limitChecks,
  requiredMembers,
];

function requiredMembers({ request }: ServiceInput): string | undefined {
  const missing = missingMember("CreateServiceRequest", request);
  return missing === undefined ? undefined : `${missing} should not be null or empty.`;
}

/** Throws the InvalidParameterException with which CreateService refuses the service. */
export function refuseService(input: ServiceInput): void {
  const message = firstRefusal(checks, input);
  if (message !== undefined) throw invalidParameter(message);
}
