/** A collection of rules that others keep, by which auditors ask. */
export interface Standard {
  readonly id: StandardId;
  /** What it is called. */
  readonly name: string;
  readonly documentation: string;
}

export type StandardId = "security-hub" | "control-tower" | "checkov" | "kics";

/** A rule of a standard. */
export interface Control {
  readonly standard: StandardId;
  readonly id: string;
}

export const standards: readonly Standard[] = [
  {
    id: "security-hub",
    name: "AWS Security Hub",
    documentation: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
  },
  {
    id: "control-tower",
    name: "AWS Control Tower",
    documentation: "https://docs.aws.amazon.com/controltower/latest/controlreference/ecs-rules.html",
  },
  {
    id: "checkov",
    name: "Checkov",
    documentation: "https://www.checkov.io/5.Policy%20Index/terraform.html",
  },
  { id: "kics", name: "KICS", documentation: "https://docs.kics.io/latest/queries/" },
];

const hub = (...numbers: readonly number[]): readonly Control[] =>
  numbers.map((number) => ({ standard: "security-hub", id: `ECS.${number}` }));
const tower = (...numbers: readonly number[]): readonly Control[] =>
  numbers.map((number) => ({ standard: "control-tower", id: `CT.ECS.PR.${number}` }));
const checkov = (number: number): readonly Control[] => [{ standard: "checkov", id: `CKV_AWS_${number}` }];
const kics = (id: string): readonly Control[] => [{ standard: "kics", id }];

/**
 * The controls of others that ask for the same as a rule, by the rule's id. Only those are here whose text was compared
 * with the rule: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html and the lists above.
 */
export const controls: ReadonlyMap<string, readonly Control[]> = new Map(
  Object.entries({
    "root-user": [...hub(1, 20), ...tower(3, 8)],
    "user-missing": [...hub(20), ...tower(3)],
    "windows-container-administrator": hub(21),
    "assign-public-ip-security": [
      ...hub(2),
      ...tower(9),
      ...checkov(333),
      ...kics("560f256b-0b45-4496-bcb5-733681e7d38d"),
    ],
    "pid-mode-host-security": [...hub(3), ...tower(10), ...checkov(335)],
    "privileged-container": [...hub(4), ...tower(11), ...checkov(334)],
    "readonly-root-filesystem": [...hub(5), ...tower(6), ...checkov(336)],
    "env-plaintext-secret": [...hub(8), ...tower(12)],
    "log-configuration-missing": [...hub(9), ...tower(5)],
    "log-configuration-missing-instances": [...hub(9), ...tower(5)],
    "platform-version-pinned": [...hub(10), ...tower(1), ...checkov(332)],
    "platform-version-retired": [...hub(10), ...tower(1), ...checkov(332)],
    "tags-missing": hub(13, 15),
    "network-mode-host": hub(17),
    "network-mode-not-awsvpc": [...tower(4), ...kics("9f4a9409-9c60-4671-be96-9716dbf63db1")],
    "efs-unencrypted": [...hub(18), ...checkov(97), ...kics("4d46ff3b-7160-41d1-a310-71d6d370b08f")],
    "memory-limit-missing": tower(7),
    "task-role-equals-execution-role": checkov(249),
    "health-check-missing": kics("d24389b4-b209-4ff0-8345-dc7a4569dcdd"),
  }),
);

/** The controls that ask for the same as a rule. */
export function controlsOf(ruleId: string): readonly Control[] {
  return controls.get(ruleId) ?? [];
}
