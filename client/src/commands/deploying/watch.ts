import type { DeploymentRecord } from "../../aws/deploymentReads.ts";
import { nearness, type DeploymentState } from "../../aws/deployment/follow.ts";
import type { Verdict } from "../../aws/deployment/verdict.ts";
import type { Deployment, Service } from "../../aws/types.ts";
import { errorText } from "../../host/log.ts";
import { nameOfArn } from "../../model/arn.ts";
import { causeLines } from "../../model/causeWords.ts";
import { hindranceIn } from "../../model/events.ts";
import { describeFailure } from "../../model/failure.ts";
import { progressWords, stageWords } from "../../model/followWords.ts";
import type { Progress } from "../../host/ui.ts";
import type { CommandContext } from "../command.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { offerToContinue } from "./offerToContinue.ts";
import { placeWords, type Place } from "../choosing/serviceRef.ts";
import { tellVerdict } from "./tellVerdict.ts";

/** A deployment to watch. */
export interface Watched extends Place {
  /** Undefined when the service has forgotten the deployment. */
  readonly deploymentId: string | undefined;
  /** ARN. */
  readonly taskDefinition: string;
  /** When ECS created it, in milliseconds since 1970. */
  readonly createdAt: number;
}

/** A deployment as its service tells it, to be watched. */
export const watchedOf = (
  place: Place,
  { id = "", taskDefinition = "", createdAt }: Deployment,
): Watched => ({ ...place, deploymentId: id, taskDefinition, createdAt: createdAt?.getTime() ?? Date.now() });

/** The deployment of a record, by its id where its service still tells of it. */
export function watchedRecord(
  place: Place,
  { deployments = [] }: Service,
  { deployment, taskDefinition = "" }: DeploymentRecord,
): Watched {
  const createdAt = deployment.createdAt?.getTime() ?? Date.now();
  const own = deployments.find(
    (each) =>
      each.taskDefinition === taskDefinition &&
      Math.abs((each.createdAt?.getTime() ?? 0) - createdAt) < nearness,
  );
  return own ? watchedOf(place, own) : { ...place, deploymentId: undefined, taskDefinition, createdAt };
}

/** Watches a deployment until it has ended, and tells how. Cancelling stops the watching only. */
export async function watch(
  context: CommandContext,
  watched: Watched,
  startedAt = Date.now(),
): Promise<void> {
  const { ui, memory, explorer } = context;
  const { connection, cluster, service, deploymentId, taskDefinition, createdAt } = watched;
  const journal = new Journal(memory);
  const entry: JournalEntry = {
    target: connection.target,
    cluster,
    service,
    taskDefinition,
    createdAt,
    step: "following",
    startedAt,
    ...(deploymentId === undefined ? {} : { deploymentId }),
  };
  await journal.write(entry);
  const place = placeWords(watched);
  const verdict = await ui.progress(
    `Deploying ${nameOfArn(taskDefinition)} to ${place}`,
    (progress, signal) => follow(context, watched, startedAt, progress, signal),
  );
  await journal.remove(entry);
  void explorer.refresh();
  if (verdict) return tellVerdict(context, watched, verdict, Date.now() - startedAt);
  const chosen = await ui.info(`No longer watching ${place}. The deployment goes on in AWS.`, "Watch Again");
  if (chosen !== undefined) await watch(context, watched, startedAt);
}

/** Undefined when the person cancels. */
async function follow(
  context: CommandContext,
  watched: Watched,
  startedAt: number,
  progress: Progress,
  signal: AbortSignal,
): Promise<Verdict | undefined> {
  const { output, settings } = context;
  const { connection, taskDefinition } = watched;
  const reporter = new Reporter(context, watched);
  let hindrance = "";
  const onState = (state: DeploymentState): void => {
    hindrance = hindranceIn(state.newEvents, hindrance);
    const words = progressWords(
      nameOfArn(taskDefinition),
      state.deployment,
      state.record,
      Date.now() - startedAt,
    );
    progress.report([words, hindrance].filter(Boolean).join(" · "));
    reporter.tell(state);
  };
  const onTrouble = (error: unknown): void => {
    progress.report(
      `${describeFailure(error, "look").message.replace(/\.?$/, ".")} Looking again; the deployment goes on in AWS.`,
    );
    output.warn(`${placeWords(watched)}: could not look at the deployment: ${errorText(error)}`);
  };
  try {
    return await connection.follow(
      { ...watched, onState, onTrouble, interval: settings.followInterval() },
      signal,
    );
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** Writes what is new to the output channel, and asks once about each hook that waits for a person. */
class Reporter {
  readonly #context: CommandContext;
  readonly #watched: Watched;
  readonly #asked = new Set<string>();
  #stage = "";
  #causes = "";

  constructor(context: CommandContext, watched: Watched) {
    this.#context = context;
    this.#watched = watched;
  }

  tell({ newEvents, record, dead, paused }: DeploymentState): void {
    const { output } = this.#context;
    const place = placeWords(this.#watched);
    for (const { message = "" } of newEvents) output.info(`${place}: ${message}`);
    const stage = stageWords(record);
    if (stage && stage !== this.#stage) output.info(`${place}: ${stage}`);
    this.#stage = stage;
    const causes = causeLines(dead);
    if (causes.join("\n") !== this.#causes) for (const line of causes) output.warn(`${place}: ${line}`);
    this.#causes = causes.join("\n");
    for (const hook of paused) {
      const { hookId = "" } = hook;
      if (this.#asked.has(hookId)) continue;
      this.#asked.add(hookId);
      const doing = offerToContinue(this.#context, this.#watched, {
        serviceDeploymentArn: record?.serviceDeploymentArn ?? "",
        stage,
        hook,
      });
      doing.catch((error: unknown) => output.error(`${place}: ${errorText(error)}`));
    }
  }
}
