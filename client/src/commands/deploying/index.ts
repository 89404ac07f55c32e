import type { Command } from "../command.ts";
import { compare } from "./compare.ts";
import { deploy } from "./deploy.ts";
import { deploymentHistory } from "./deploymentHistory.ts";
import { deployRevision } from "./deployRevision.ts";
import { dryRun } from "./dryRun.ts";
import { register } from "./register.ts";
import { rollBack } from "./rollBack.ts";
import { continueDeployment, stopDeployment, watchDeployment } from "./stopDeployment.ts";
import { verify } from "./verify.ts";

/** What brings task definitions and services to AWS. */
export const deploying: readonly Command<never>[] = [
  compare,
  continueDeployment,
  deploy,
  deploymentHistory,
  deployRevision,
  dryRun,
  register,
  rollBack,
  stopDeployment,
  verify,
  watchDeployment,
];
