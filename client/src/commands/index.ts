import type { Command } from "./command.ts";
import { copyArn } from "./copyArn.ts";
import { deploy } from "./deploy.ts";
import { refresh } from "./refresh.ts";
import { register } from "./register.ts";
import { retry } from "./retry.ts";
import { selectProfile } from "./selectProfile.ts";
import { selectRegion } from "./selectRegion.ts";

/** Every command. The manifest's commands and menus are generated from this list. */
export const commands: readonly Command<never>[] = [copyArn, deploy, refresh, register, retry, selectProfile, selectRegion];
