import type { DeploymentState } from "../../aws/deployment/follow.ts";
import { errorText } from "../../host/log.ts";
import { causeLines } from "../../model/causeWords.ts";
import { stageWords } from "../../model/followWords.ts";
import type { CommandContext } from "../command.ts";
import { placeWords, type Place } from "../choosing/serviceRef.ts";
import { offerToContinue } from "./offerToContinue.ts";

/** Writes what is new of a deployment to the output channel, and asks once about each hook that waits for a user. */
export class Reporter {
  readonly #context: CommandContext;
  readonly #place: Place;
  readonly #asked = new Set<string>();
  #stage = "";
  #causes = "";

  constructor(context: CommandContext, place: Place) {
    this.#context = context;
    this.#place = place;
  }

  tell({ newEvents, record, dead, paused }: DeploymentState): void {
    const { output } = this.#context;
    const place = placeWords(this.#place);
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
      const doing = offerToContinue(this.#context, this.#place, {
        serviceDeploymentArn: record?.serviceDeploymentArn ?? "",
        stage,
        hook,
      });
      doing.catch((error: unknown) => output.error(`${place}: ${errorText(error)}`));
    }
  }
}
