import type { DeleteAccountSettingRequest, DeleteAccountSettingResponse } from "@aws-sdk/client-ecs";
import { defaultSettings } from "../../state/accountSettings.ts";
import { operation } from "../ecsOperation.ts";
import { readName, settingsOf } from "./setting.ts";

/** Takes back what was set; then the setting of the account counts. */
export const deleteAccountSetting = operation<DeleteAccountSettingRequest, DeleteAccountSettingResponse>(
  "DeleteAccountSetting",
  (account, input) => {
    const name = readName(input.name);
    const { principalArn, set } = settingsOf(account, input.principalArn);
    set.delete(name);
    return {
      setting: { name, value: account.settings.ofAccount.get(name) ?? defaultSettings[name], principalArn },
    };
  },
);
