import type { Verification } from "../../model/accountFinding.ts";
import { alarms } from "./alarms.ts";
import { joined, type Check, type VerifyContext } from "./check.ts";
import { cluster } from "./cluster.ts";
import { fileSystems } from "./fileSystems.ts";
import { images } from "./images.ts";
import { logGroups } from "./logGroups.ts";
import { network } from "./network.ts";
import { roles } from "./roles.ts";
import { secrets } from "./secrets.ts";
import { taskDefinition } from "./taskDefinition.ts";

/** Every kind of value, whichever input it stands in. */
const checks: readonly Check[] = [
  alarms,
  cluster,
  fileSystems,
  images,
  logGroups,
  network,
  roles,
  secrets,
  taskDefinition,
];

/**
 * Holds an input against the account, all kinds of values side by side. Throws when the credentials fail, and
 * when aborted.
 */
export async function verifyInput(context: VerifyContext): Promise<Verification> {
  const { values, findings } = await joined(checks.map((check) => check(context)));
  return { verified: values.length, findings: findings.toSorted((a, b) => comparePaths(a.path, b.path)) };
}

const comparePaths = (a: readonly (string | number)[], b: readonly (string | number)[]): number =>
  a.join("/").localeCompare(b.join("/"), "en", { numeric: true });
