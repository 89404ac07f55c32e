import type { Rule } from "../../rule.ts";
import { hardening } from "./hardening.ts";
import { commandPlaintextSecret, envPlaintextSecret } from "./plaintextSecrets.ts";

/** Security and advice. */
export const security: readonly Rule[] = [envPlaintextSecret, commandPlaintextSecret, ...hardening];
