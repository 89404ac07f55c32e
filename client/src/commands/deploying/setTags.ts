import type { Service } from "../../aws/types.ts";
import type { Permit } from "../../aws/writes/permit.ts";
import type { TagChanges } from "../../model/tagChanges.ts";
import type { CommandContext } from "../command.ts";
import { noted, type JournalEntry } from "./journal.ts";
import type { ServiceRef } from "../choosing/serviceRef.ts";

/**
 * Sets the tags of a service, as UpdateService takes none. The entry that the journal has since is for the
 * next step to replace, or to be removed.
 */
export async function setTags(
  { memory, clock }: CommandContext,
  permit: Permit,
  { connection, cluster, service }: ServiceRef,
  { serviceArn = "", taskDefinition = "" }: Service,
  { set, removed }: TagChanges,
): Promise<JournalEntry> {
  const entry: JournalEntry = {
    target: connection.target,
    cluster,
    service,
    taskDefinition,
    step: "tagging",
    startedAt: clock.now(),
  };
  await noted(memory, entry, async () => {
    if (set.length > 0) await permit.tagResource(serviceArn, set);
    if (removed.length > 0)
      await permit.untagResource(serviceArn, removed).catch((error: unknown) => {
        throw set.length === 0 ? error : notRemoved(set, removed, error);
      });
  });
  return entry;
}

/** Keeps the name of what was thrown, by which its kind is known. */
function notRemoved(set: TagChanges["set"], removed: TagChanges["removed"], cause: unknown): Error {
  const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
  const keys = set.map(({ key }) => key).join(", ");
  const words = `the tags ${keys} were set, but not removed were ${removed.join(", ")}: ${message}`;
  return Object.assign(new Error(words, { cause }), { name });
}
