import type { PutAccountSettingRequest, PutAccountSettingResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { readName, readValue, settingsOf } from "./setting.ts";

export const putAccountSetting = operation<PutAccountSettingRequest, PutAccountSettingResponse>(
  "PutAccountSetting",
  (account, input) => {
    const name = readName(input.name);
    const value = readValue(name, input.value);
    const { principalArn, set } = settingsOf(account, input.principalArn);
    set.set(name, value);
    return { setting: { name, value, principalArn } };
  },
  "Settings are kept and told; none changes what is played. ARNs are always long.",
);
