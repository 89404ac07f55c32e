import type { PutAccountSettingDefaultRequest, PutAccountSettingDefaultResponse } from "@aws-sdk/client-ecs";
import { iamArn } from "../../state/arn.ts";
import { operation } from "../ecsOperation.ts";
import { readName, readValue, settingsOf } from "./setting.ts";

/** Sets it for everyone in the account who has not set it. */
export const putAccountSettingDefault = operation<
  PutAccountSettingDefaultRequest,
  PutAccountSettingDefaultResponse
>("PutAccountSettingDefault", (account, input) => {
  const name = readName(input.name);
  const value = readValue(name, input.value);
  const { principalArn, set } = settingsOf(account, iamArn(account, "root"));
  set.set(name, value);
  return { setting: { name, value, principalArn } };
});
