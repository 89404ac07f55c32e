/** A call that the simulator received. */
export interface ReceivedCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a test does with a simulator that runs as a process of its own. */
export class SimulatorControl {
  readonly #endpoint: string;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  async calls(...operations: readonly string[]): Promise<readonly ReceivedCall[]> {
    const all = (await (await fetch(`${this.#endpoint}/_simulator/calls`)).json()) as ReceivedCall[];
    return all.filter(({ operation }) => operations.includes(operation));
  }

  /** Moves simulated time on, in seconds. */
  async advance(seconds: number): Promise<void> {
    await this.#post("advance", { seconds });
  }

  /** Replaces what befalls calls. */
  async trouble(...troubles: readonly object[]): Promise<void> {
    await this.#post("trouble", troubles);
  }

  /** What ECS answers, asked without the extension: as the AWS CLI sees it. */
  async ask<T>(operation: string, input: object): Promise<T> {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AmazonEC2ContainerServiceV20141113.${operation}`,
    };
    return (await (
      await fetch(this.#endpoint, { method: "POST", headers, body: JSON.stringify(input) })
    ).json()) as T;
  }

  async #post(control: string, body: object): Promise<void> {
    const response = await fetch(`${this.#endpoint}/_simulator/${control}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The simulator refused ${control}: ${await response.text()}`);
  }
}
