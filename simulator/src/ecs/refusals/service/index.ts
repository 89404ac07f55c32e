import { invalidParameter } from "../../../apiError.ts";
import { firstRefusal, type Check } from "../refusal.ts";
import { basicChecks } from "./basics.ts";
import { capacityChecks } from "./capacity.ts";
import { connectChecks } from "./connect.ts";
import { deploymentChecks } from "./deployment.ts";
import type { ServiceInput } from "./input.ts";
import { networkChecks } from "./network.ts";

const checks: readonly Check<ServiceInput>[] = [...basicChecks, ...deploymentChecks, ...capacityChecks, ...networkChecks, ...connectChecks];

/** Throws the InvalidParameterException with which CreateService refuses the service. */
export function refuseService(input: ServiceInput): void {
  const message = firstRefusal(checks, input);
  if (message !== undefined) throw invalidParameter(message);
}
