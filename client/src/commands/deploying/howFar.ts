import { isRecordOf } from "../../aws/deployment/sought.ts";
import type { Service } from "../../aws/types.ts";
import type { CommandContext } from "../command.ts";
import type { JournalEntry } from "./journal.ts";
import { findService, type ServiceRef } from "../choosing/serviceRef.ts";
import { reportTrouble, watchedOf, watchedRecord, type Watched } from "./watching.ts";

/** What became of the step that was about to be taken. */
export interface HowFar {
  readonly service: Service | undefined;
  /** The deployment that it began. */
  readonly watched: Watched | undefined;
}

/** Looks until AWS can be asked. In the first moments, its answers may be too old to show what was begun. */
export function lookHowFar(
  context: CommandContext,
  ref: ServiceRef,
  entry: JournalEntry,
  signal: AbortSignal,
): Promise<HowFar> {
  const { clock, settings } = context;
  const look = async (): Promise<HowFar | undefined> => {
    const service = await findService(ref);
    const watched = await begun(context, ref, service, entry);
    const isYoung = clock.now() - entry.startedAt < settling;
    return watched === undefined && isYoung && mayBegin(entry) ? undefined : { service, watched };
  };
  return ref.connection.persistently(
    look,
    {
      interval: settings.followInterval(),
      onTrouble: (error) => reportTrouble(context, ref, error),
    },
    signal,
  );
}

const mayBegin = ({ step, starts = true }: JournalEntry): boolean =>
  starts && (step === "updating" || step === "creating");

/**
 * The deployment of an entry whose answer got lost; undefined when it has not begun. The service or its
 * history knows it.
 */
async function begun(
  { clock }: CommandContext,
  ref: ServiceRef,
  service: Service | undefined,
  entry: JournalEntry,
): Promise<Watched | undefined> {
  if (!service || !mayBegin(entry)) return undefined;
  const { taskDefinition, known } = entry;
  const isOwn = (each: {
    readonly id?: string | undefined;
    readonly createdAt?: Date | undefined;
  }): boolean => (known ? each.id !== undefined && !known.includes(each.id) : isSince(each.createdAt, entry));
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  if (primary?.taskDefinition === taskDefinition && isOwn(primary)) return watchedOf(ref, primary, clock);
  const past = await ref.connection.deployments.newestIfKept(ref.cluster, ref.service, looked);
  const own = past?.find(
    (record) =>
      record.taskDefinition === taskDefinition &&
      isSince(record.deployment.createdAt, entry) &&
      !known?.some((id) => isRecordOf(id, record.deployment)),
  );
  return own && watchedRecord(ref, service, own);
}

/** How many past deployments are looked through. */
const looked = 20;

/** Clocks differ by a little; in milliseconds. */
const tolerance = 60_000;

/** Milliseconds after which ECS answers with what was written. */
const settling = 30_000;

export const isSince = (moment: Date | undefined, { startedAt }: JournalEntry): boolean =>
  (moment?.getTime() ?? 0) > startedAt - tolerance;
