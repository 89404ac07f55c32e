import type { Rule } from "../../rule.ts";
import { fargateRefusals } from "./fargateRefusals.ts";
import { fargateTimeouts } from "./fargateTimeouts.ts";
import { hostPortNoEffect } from "./hostPortNoEffect.ts";
import { inferenceAccelerators } from "./inferenceAccelerators.ts";

/** What Fargate refuses or does not heed. */
export const fargate: readonly Rule[] = [
  ...fargateRefusals,
  fargateTimeouts,
  hostPortNoEffect,
  inferenceAccelerators,
];
