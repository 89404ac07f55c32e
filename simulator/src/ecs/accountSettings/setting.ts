import { invalidParameter } from "../../protocol/apiError.ts";
import { iamArn } from "../../state/arn.ts";
import { settingNames, type SettingName } from "../../state/accountSettings.ts";
import type { Account } from "../../state/types.ts";

/** The values of settings that are neither enabled nor disabled. */
const values: Readonly<Partial<Record<SettingName, readonly string[]>>> = {
  containerInsights: ["enabled", "disabled", "enhanced"],
  tagResourceAuthorization: ["on", "off"],
  fargateTaskRetirementWaitPeriod: ["0", "7", "14"],
  guardDutyActivate: ["on", "off"],
  defaultLogDriverMode: ["blocking", "non-blocking"],
};

/** The name, if it is one of a setting. Throws InvalidParameterException. */
export function readName(name = ""): SettingName {
  const known = settingNames.find((each) => each === name);
  if (known === undefined) throw invalidParameter(`${name} should be one of [${settingNames.join(",")}]`);
  return known;
}

/** The value, if the setting takes it. Throws InvalidParameterException. */
export function readValue(name: SettingName, value = ""): string {
  const allowed = values[name] ?? ["enabled", "disabled"];
  if (!allowed.includes(value)) throw invalidParameter(`${value} should be one of [${allowed.join(",")}]`);
  return value;
}

/**
 * Whose settings a call is about: those of the caller unless it names another. The root user's are those of
 * the account.
 */
export function settingsOf(
  account: Account,
  principalArn = iamArn(account, "user/simulated"),
): { readonly principalArn: string; readonly set: Map<SettingName, string> } {
  const { ofAccount, ofPrincipals } = account.settings;
  if (principalArn === iamArn(account, "root")) return { principalArn, set: ofAccount };
  const set = ofPrincipals.get(principalArn) ?? new Map<SettingName, string>();
  ofPrincipals.set(principalArn, set);
  return { principalArn, set };
}
