import type { Fault } from "./fault.ts";
import { formFaults } from "./forms.table.ts";
import { waitingFaults } from "./waiting.table.ts";
import { writeFaults } from "./writes.table.ts";

/** The faults that simulated days must find. */
export const faults: readonly Fault[] = [...writeFaults, ...formFaults, ...waitingFaults];
