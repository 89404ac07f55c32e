import type { Command } from "./command.ts";
import { copyArn } from "./copyArn.ts";
import { refresh } from "./refresh.ts";
import { retry } from "./retry.ts";
import { selectProfile } from "./selectProfile.ts";
import { selectRegion } from "./selectRegion.ts";

/** Every command. The manifest's commands and menus are generated from this list. */
export const commands: readonly Command<never>[] = [copyArn, refresh, retry, selectProfile, selectRegion];
