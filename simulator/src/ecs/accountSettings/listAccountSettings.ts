import type { ListAccountSettingsRequest, ListAccountSettingsResponse } from "@aws-sdk/client-ecs";
import { page } from "../../protocol/paging.ts";
import { defaultSettings, settingNames } from "../../state/accountSettings.ts";
import { operation } from "../ecsOperation.ts";
import { readName, settingsOf } from "./setting.ts";

/** What a principal has set; with `effectiveSettings`, what counts for it. */
export const listAccountSettings = operation<ListAccountSettingsRequest, ListAccountSettingsResponse>(
  "ListAccountSettings",
  (account, input) => {
    const { principalArn, set } = settingsOf(account, input.principalArn);
    const effective = {
      ...defaultSettings,
      ...Object.fromEntries(account.settings.ofAccount),
      ...Object.fromEntries(set),
    };
    const names = input.name === undefined ? settingNames : [readName(input.name)];
    const settings = names
      .filter((name) => input.effectiveSettings || set.has(name))
      .map((name) => ({ name, value: effective[name], principalArn }))
      .filter(({ value }) => input.value === undefined || value === input.value);
    // Pages are short where the values in effect are asked for.
    const { items, ...rest } = page(
      settings,
      input,
      input.effectiveSettings ? { default: 10, most: 10 } : { default: 100, most: 100 },
    );
    return { settings: items, ...rest };
  },
);
