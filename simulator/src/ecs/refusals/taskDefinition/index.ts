import { clientError, invalidParameter } from "../../../protocol/apiError.ts";
import { firstRefusal, type Check } from "../refusal.ts";
import { tagCheck } from "../tags.ts";
import { basicChecks } from "./basics.ts";
import { containerChecks } from "./containers.ts";
import { fargateChecks } from "./fargate.ts";
import { missingMember } from "../../input/missingMember.ts";
import { isFargate, type Definition } from "./input.ts";
import { limitChecks } from "./limits.ts";
import { networkChecks } from "./network.ts";
import { resourceChecks } from "./resources.ts";
import { valueChecks } from "./values.ts";
import { volumeChecks } from "./volumes.ts";

/** What RegisterTaskDefinition looks at, in this order; those for Fargate only where it is asked for. */
const checks: readonly Check<Definition>[] = [
  ...basicChecks,
  ...valueChecks,
  ...resourceChecks,
  ...networkChecks,
  ...containerChecks,
  ...volumeChecks,
  ...limitChecks,
  requiredMembers,
];

function requiredMembers(definition: Definition): string | undefined {
  const missing = missingMember("RegisterTaskDefinitionRequest", definition);
  return missing === undefined ? undefined : `${missing} should not be null or empty.`;
}

/** Throws the ClientException with which RegisterTaskDefinition refuses the definition. */
export function refuseTaskDefinition(definition: Definition): void {
  const message =
    firstRefusal(checks, definition) ??
    (isFargate(definition) ? firstRefusal(fargateChecks, definition) : undefined);
  if (message !== undefined) throw clientError(message);
  const tags = tagCheck(definition);
  if (tags !== undefined) throw invalidParameter(tags);
}

/** Whether Fargate could run the task definition. */
export const suitsFargate = (definition: Definition): boolean =>
  firstRefusal(fargateChecks, definition) === undefined;
