import type { Outcome, Step } from "./step.ts";

export interface GroupOptions {
  readonly run: (step: Step) => Promise<Outcome>;
  /** How many steps of a group run at once. */
  readonly atOnce: number;
  readonly onStart: (step: Step) => void;
  readonly onEnd: (outcome: Outcome) => void;
}

/** Runs all steps, group after group, but for those that need one which did not pass. */
export async function runGroups(
  groups: readonly (readonly Step[])[],
  options: GroupOptions,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const group of groups) {
    const waiting = [...group];
    const worker = async (): Promise<void> => {
      for (let step = waiting.shift(); step; step = waiting.shift()) {
        const outcome = unmet(step, outcomes) ?? (options.onStart(step), await options.run(step));
        outcomes.push(outcome);
        options.onEnd(outcome);
      }
    };
    await Promise.all(Array.from({ length: options.atOnce }, worker));
  }
  return outcomes;
}

function unmet(step: Step, outcomes: readonly Outcome[]): Outcome | undefined {
  const missing = step.needs?.filter(
    (name) => !outcomes.some((outcome) => outcome.step.name === name && outcome.result === "passed"),
  );
  if (!missing?.length) return undefined;
  return { step, result: "not run", reason: `It needs ${missing.join(" and ")}.`, output: "", seconds: 0 };
}
