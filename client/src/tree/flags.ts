import type { FailureKind } from "../model/failure.ts";

/** What is true of a row at the moment, beside its kind. Conditions of menus test it. */
export type RowFlag =
  | FailureKind
  | "active"
  | "busy"
  | "deploying"
  | "draining"
  | "exec"
  | "inactive"
  | "live"
  | "past"
  | "real"
  | "scalable"
  | "signs-in"
  | "simulated"
  | "stopped"
  | "troubled"
  | "under-way";

/** What a node may offer, whatever its kind: an ARN, an address, rows below it. */
export type NodeOffer = "arn" | "url" | "expandable";

/** The flags that hold, of those that may. */
export function flagsOf(holds: Partial<Record<RowFlag, boolean | undefined>>): readonly RowFlag[] {
  const flags = Object.keys(holds) as RowFlag[];
  return flags.filter((flag) => holds[flag]);
}
