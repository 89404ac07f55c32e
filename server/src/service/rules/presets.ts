import { controls } from "../data/controls.ts";
import { ruleFacts } from "./index.ts";
import type { Severity } from "./rule.ts";

/** Severities for several rules at once, by a name that settings can give. */
export interface Preset {
  readonly id: PresetId;
  readonly summary: string;
  readonly rules: Readonly<Record<string, Severity>>;
}

export type PresetId = "aws-security" | "well-architected";

/** Rules that no control of AWS asks for, and that a reviewer of reliability, security or cost does. */
const wellArchitected: Readonly<Record<string, Severity>> = {
  "task-role-missing": "warning",
  "task-role-equals-execution-role": "warning",
  "image-tag-latest": "warning",
  "image-tag-missing": "warning",
  "desired-count-single": "warning",
  "health-check-missing": "warning",
  "log-mode-blocking": "information",
  "image-public-unpinned-digest": "information",
  "arm64-cheaper": "information",
  "fargate-spot-unused": "information",
};

/** What Security Hub and Control Tower ask for. */
const awsSecurity: Readonly<Record<string, Severity>> = Object.fromEntries(
  [...controls]
    .filter(([, asked]) => asked.some(({ standard }) => standard !== "checkov" && standard !== "kics"))
    .map(([id]) => [id, "warning" as const]),
);

export const presets: readonly Preset[] = [
  {
    id: "aws-security",
    summary: "What AWS Security Hub and AWS Control Tower ask of files, as warnings.",
    rules: awsSecurity,
  },
  {
    id: "well-architected",
    summary: "The same, and what makes services more reliable and cheaper.",
    rules: { ...awsSecurity, ...wellArchitected },
  },
];

const order: readonly Severity[] = ["hint", "information", "warning", "error"];

/** What settings say of rules. */
export interface RuleChoice {
  readonly presets?: readonly string[];
  readonly rules?: Readonly<Record<string, Severity | "off">>;
}

/** The severities that are chosen. What a rule is given by name counts more than what a preset gives it. */
export function chosenRules({
  presets: ids = [],
  rules = {},
}: RuleChoice): Readonly<Record<string, Severity | "off">> {
  return { ...presetRules(ids), ...rules };
}

/** The severities that presets give. None of them makes a finding milder than it is without. */
function presetRules(ids: readonly string[]): Readonly<Record<string, Severity>> {
  const chosen = presets.filter(({ id }) => ids.includes(id)).flatMap(({ rules }) => Object.entries(rules));
  const severities = new Map<string, Severity>();
  for (const [id, severity] of chosen) severities.set(id, gravest(severity, severities.get(id), ownOf(id)));
  return Object.fromEntries(severities);
}

/** The severity that a rule has without settings; undefined for one that is off. */
function ownOf(ruleId: string): Severity | undefined {
  const facts = ruleFacts.find(({ id }) => id === ruleId);
  return facts?.offByDefault ? undefined : facts?.severity;
}

function gravest(...severities: readonly (Severity | undefined)[]): Severity {
  return severities
    .filter((severity) => severity !== undefined)
    .reduce((a, b) => (order.indexOf(a) >= order.indexOf(b) ? a : b));
}
