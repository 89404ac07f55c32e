import { quoted } from "./shellText.ts";
import { maskedText } from "./sideBySide.ts";
import type { Target } from "./target.ts";

/** One call of the ECS API. */
export interface ApiCall {
  /** `UpdateService` */
  readonly operation: string;
  readonly input: object;
}

/** A call as the command of the AWS CLI that makes it, for a POSIX shell. Values of secrets are hidden. */
export function cliCommand({ operation, input }: ApiCall, { profile, region }: Target): string {
  const command = operation.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
  const place = [
    ...(profile === undefined ? [] : ["--profile", quoted(profile)]),
    "--region",
    quoted(region),
  ];
  return ["aws", "ecs", command, ...place, "--cli-input-json", quoted(maskedText(input).trimEnd())].join(" ");
}
