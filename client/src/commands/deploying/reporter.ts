import type { DeploymentState } from "../../aws/deployment/follow.ts";
import { errorText } from "../../host/log.ts";
import { causeLines } from "../../model/causeWords.ts";
import { stageWords } from "../../model/followWords.ts";
import type { CommandContext } from "../command.ts";
import { serviceRefWords, type ServiceRef } from "../choosing/serviceRef.ts";
import { offerToContinue } from "./offerToContinue.ts";

/**
 * Writes what is new of a deployment to the output channel, and asks once about each hook that waits for a
 * user.
 */
export class Reporter {
  readonly #context: CommandContext;
  readonly #ref: ServiceRef;
  readonly #asked = new Set<string>();
  #stage = "";
  #causes = "";

  constructor(context: CommandContext, ref: ServiceRef) {
    this.#context = context;
    this.#ref = ref;
  }

  report({ newEvents, record, dead, paused }: DeploymentState): void {
    const { output } = this.#context;
    const ref = serviceRefWords(this.#ref);
    for (const { message = "" } of newEvents) output.info(`${ref}: ${message}`);
    const stage = stageWords(record);
    if (stage && stage !== this.#stage) output.info(`${ref}: ${stage}`);
    this.#stage = stage;
    const causes = causeLines(dead);
    if (causes.join("\n") !== this.#causes) for (const line of causes) output.warn(`${ref}: ${line}`);
    this.#causes = causes.join("\n");
    for (const hook of paused) {
      const { hookId = "" } = hook;
      if (this.#asked.has(hookId)) continue;
      this.#asked.add(hookId);
      const doing = offerToContinue(this.#context, this.#ref, {
        serviceDeploymentArn: record?.serviceDeploymentArn ?? "",
        stage,
        hook,
      });
      doing.catch((error: unknown) => output.error(`${ref}: ${errorText(error)}`));
    }
  }
}
