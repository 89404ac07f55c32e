/**
 * The account settings of ECS and what each is until someone sets it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
 */
export const defaultSettings = {
  serviceLongArnFormat: "enabled",
  taskLongArnFormat: "enabled",
  containerInstanceLongArnFormat: "enabled",
  awsvpcTrunking: "disabled",
  containerInsights: "disabled",
  fargateFIPSMode: "disabled",
  tagResourceAuthorization: "on",
  fargateTaskRetirementWaitPeriod: "7",
  guardDutyActivate: "off",
  defaultLogDriverMode: "non-blocking",
  fargateEventWindows: "disabled",
} as const;

export type SettingName = keyof typeof defaultSettings;

export const settingNames = Object.keys(defaultSettings) as readonly SettingName[];

/** What was set: for the whole account, and for one principal of it. */
export interface AccountSettings {
  readonly ofAccount: Map<SettingName, string>;
  /** By ARN of the principal. */
  readonly ofPrincipals: Map<string, Map<SettingName, string>>;
}

export const noSettings = (): AccountSettings => ({ ofAccount: new Map(), ofPrincipals: new Map() });
