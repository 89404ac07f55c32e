import { apis } from "../../simulator/src/apis.ts";
import { EventStream } from "../../simulator/src/protocol/eventStream.ts";
import { answerFaults } from "./answerFaults.ts";

/** The operations that have answered since they are checked: `ecs:ListClusters`. */
export const answered = new Set<string>();

/** Off where inputs are drawn by chance: values of no list are echoed, and no model has them. */
export const checking = { isOn: true };

interface Runnable {
  readonly name: string;
  run(account: unknown, input: unknown): object;
}

/**
 * Checks every answer of every simulator of this process against the models of AWS from now on; one that does
 * not fit becomes a failure of the call.
 */
function checkAnswers(): void {
  for (const api of apis)
    for (const operation of api.operations as unknown as Runnable[]) {
      const run = operation.run.bind(operation);
      operation.run = (account, input) => {
        const answer = run(account, input);
        const found =
          !checking.isOn || answer instanceof EventStream
            ? []
            : answerFaults(api.name, operation.name, answer);
        if (found.length > 0)
          throw new Error(`The answer of ${operation.name} fits no model: ${found.join("; ")}`);
        answered.add(`${api.name}:${operation.name}`);
        return answer;
      };
    }
}

checkAnswers();
