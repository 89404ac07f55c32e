import type { Permit } from "../../aws/writes/permit.ts";
import type { CommandContext } from "../command.ts";
import type { ServiceRef } from "../choosing/serviceRef.ts";
import { startRollOut, type RollOut } from "./startRollOut.ts";
import { watch } from "./watch.ts";

/** Registers if need be, updates the service, and watches the deployment that this starts, if any. */
export async function rollOut(
  context: CommandContext,
  permit: Permit,
  ref: ServiceRef,
  plan: RollOut,
): Promise<void> {
  const startedAt = context.clock.now();
  const started = await startRollOut(context, permit, ref, plan);
  if (started) await watch(context, started, startedAt);
}
