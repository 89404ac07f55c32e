import type { Scale } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import type { Wire } from "../../protocol/wire.ts";

/** The scale of a task set; nothing runs where none is given. Throws InvalidParameterException. */
export function readScale({ value = 0, unit = "PERCENT" }: Wire<Scale> = {}): {
  readonly value: number;
  readonly unit: "PERCENT";
} {
  if (unit !== "PERCENT") throw invalidParameter("Scale unit should be one of [PERCENT]");
  if (value < 0 || value > 100) throw invalidParameter("Scale value should be between 0 and 100, inclusive.");
  return { value, unit };
}
