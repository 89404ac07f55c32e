import type { JsonNode, Span } from "../../../syntax/jsonNode.ts";
import { appendItem, type Edits, insertMember } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";

/** True when an option is given, in plain or as a secret. */
export function hasLogOption(logConfiguration: JsonNode, name: string): boolean {
  const options = logConfiguration.get("options");
  if (options?.isDynamic || options?.filled(name)) return true;
  const secrets = logConfiguration.get("secretOptions");
  return (
    secrets?.isDynamic === true ||
    (secrets?.items ?? []).some((secret) => secret.isDynamic || secret.get("name")?.raw === name)
  );
}

/** Where to point when an option is missing: the name of the options, else the driver that needs it. */
export function missingOptionPlace(logConfiguration: JsonNode): Span {
  const options = logConfiguration.get("options");
  return options ? keyPlace(options) : (logConfiguration.get("logDriver") ?? logConfiguration.opening);
}

/** Adds an option, and the options if there are none. */
export function insertLogOption(logConfiguration: JsonNode, name: string, value: string): Edits {
  const options = logConfiguration.get("options");
  return options
    ? insertMember(options, name, value)
    : insertMember(logConfiguration, "options", { [name]: value }, "logDriver");
}

/** Adds a secret option; where its value is kept is for the user to say. */
export function insertSecretOption(logConfiguration: JsonNode, name: string): Edits {
  const secret = { name, valueFrom: "YOUR_SECRET_ARN" };
  const list = logConfiguration.filled("secretOptions");
  return list ? appendItem(list, secret) : insertMember(logConfiguration, "secretOptions", [secret]);
}
