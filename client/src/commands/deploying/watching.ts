import { defined } from "../../../../shared/src/defined.ts";
import type { DeploymentRecord } from "../../aws/deploymentReads.ts";
import type { DeploymentState } from "../../aws/deployment/follow.ts";
import { soughtOf, type SoughtDeployment } from "../../aws/deployment/sought.ts";
import type { Verdict } from "../../aws/deployment/verdict.ts";
import type { Deployment, Service } from "../../aws/types.ts";
import { errorText } from "../../host/log.ts";
import type { Progress } from "../../host/ui.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { Clock } from "../../model/clock.ts";
import { hindranceIn } from "../../model/events.ts";
import { describeFailure, isCredentialFailure, kindOf } from "../../model/failure.ts";
import { progressWords } from "../../model/followWords.ts";
import type { CommandContext } from "../command.ts";
import { askToSignIn } from "../askToSignIn.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { Reporter } from "./reporter.ts";
import { serviceRefWords, type ServiceRef } from "../choosing/serviceRef.ts";

/** A deployment to watch. */
export interface Watched extends ServiceRef, SoughtDeployment {}

/** A deployment as its service tells it, to be watched. */
export const watchedOf = (
  ref: ServiceRef,
  { id = "", taskDefinition = "", createdAt }: Deployment,
  clock: Clock,
): Watched => ({
  ...ref,
  deploymentId: id,
  taskDefinition,
  createdAt: createdAt?.getTime() ?? clock.now(),
});

/** The deployment of a record, by its id where its service still tells of it. */
export const watchedRecord = (
  ref: ServiceRef,
  { deployments = [] }: Service,
  record: DeploymentRecord,
): Watched => ({ ...ref, ...soughtOf(record, deployments) });

/**
 * Watches a deployment until it has ended; undefined when the user cancels, which stops the watching only.
 * The journal has it meanwhile. It is removed when there is nothing more to be seen, and stays when looking
 * failed otherwise.
 */
export async function watchOnce(
  context: CommandContext,
  watched: Watched,
  startedAt: number,
): Promise<Verdict | undefined> {
  const { ui, memory, explorer } = context;
  const journal = new Journal(memory);
  const entry = entryOf(watched, startedAt);
  await journal.write(entry);
  try {
    const verdict = await ui.progress(
      `Deploying ${nameOfArn(watched.taskDefinition)} to ${serviceRefWords(watched)}`,
      (progress, signal) => new Watching(context, watched, startedAt, progress).run(signal),
    );
    await journal.remove(entry);
    return verdict;
  } catch (error) {
    if (kindOf(error) === "not-found") await journal.remove(entry);
    throw error;
  } finally {
    void explorer.refresh();
  }
}

function entryOf(
  { connection, cluster, service, deploymentId, serviceDeploymentArn, taskDefinition, createdAt }: Watched,
  startedAt: number,
): JournalEntry {
  return {
    target: connection.target,
    cluster,
    service,
    taskDefinition,
    createdAt,
    step: "following",
    startedAt,
    ...defined({ deploymentId, serviceDeploymentArn }),
  };
}

/** One watch over a deployment. */
class Watching {
  readonly #context: CommandContext;
  readonly #watched: Watched;
  readonly #startedAt: number;
  readonly #progress: Progress;
  readonly #reporter: Reporter;
  #hindrance = "";
  #recordArn: string | undefined;

  constructor(context: CommandContext, watched: Watched, startedAt: number, progress: Progress) {
    this.#context = context;
    this.#watched = watched;
    this.#startedAt = startedAt;
    this.#progress = progress;
    this.#reporter = new Reporter(context, watched);
    this.#recordArn = watched.serviceDeploymentArn;
  }

  async run(signal: AbortSignal): Promise<Verdict | undefined> {
    const { settings } = this.#context;
    try {
      return await this.#watched.connection.follow(
        {
          ...this.#watched,
          onState: (state) => this.#report(state),
          onTrouble: (error) => this.#trouble(error),
          interval: settings.followInterval(),
        },
        signal,
      );
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  #report(state: DeploymentState): void {
    const { clock } = this.#context;
    const { taskDefinition } = this.#watched;
    this.#hindrance = hindranceIn(state.newEvents, this.#hindrance);
    const words = progressWords(
      nameOfArn(taskDefinition),
      state.deployment,
      state.record,
      clock.now() - this.#startedAt,
    );
    this.#progress.report([words, this.#hindrance].filter(Boolean).join(" · "));
    this.#reporter.report(state);
    this.#note(state.record?.serviceDeploymentArn);
  }

  /** With its record, the deployment is found again without doubt when the window was closed. */
  #note(serviceDeploymentArn: string | undefined): void {
    if (serviceDeploymentArn === undefined || serviceDeploymentArn === this.#recordArn) return;
    this.#recordArn = serviceDeploymentArn;
    void new Journal(this.#context.memory).write(
      entryOf({ ...this.#watched, serviceDeploymentArn }, this.#startedAt),
    );
  }

  #trouble(error: unknown): void {
    const { kind, message } = describeFailure(error, "look");
    const then = isCredentialFailure(kind) ? "Looking again when you have signed in" : "Looking again";
    this.#progress.report(`${message.replace(/\.?$/, ".")} ${then}; the deployment goes on in AWS.`);
    reportTrouble(this.#context, this.#watched, error);
  }
}

/** Logs that AWS could not be asked. Where the credentials fail, the user is asked to sign in. */
export function reportTrouble(context: CommandContext, ref: ServiceRef, error: unknown): void {
  context.output.warn(`${serviceRefWords(ref)}: could not look at the deployment: ${errorText(error)}`);
  askToSignIn(context, ref.connection, error);
}
