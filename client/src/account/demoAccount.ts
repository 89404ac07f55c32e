import type { Connections } from "./connections.ts";
import type { DemoProcess } from "./demoProcess.ts";

/** The simulated account of this window: runs while it is among the connections, at most once. */
export class DemoAccount {
  readonly #connections: Connections;
  readonly #start: () => Promise<DemoProcess>;
  #process: Promise<DemoProcess> | undefined;

  constructor(connections: Connections, start: () => Promise<DemoProcess>) {
    this.#connections = connections;
    this.#start = start;
    connections.onDidChange(async () => {
      if (!connections.demo) await this.#stop();
    });
  }

  /** Makes it the connection that commands use; starts it unless it runs. Rejects when it does not start. */
  async open(): Promise<void> {
    this.#process ??= this.#run();
    const { endpoint } = await this.#process;
    await this.#connections.openDemo(endpoint);
  }

  /** Ends it and takes it away from the connections. */
  async close(): Promise<void> {
    await this.#connections.closeDemo();
  }

  /** Ends it when the window closes. */
  dispose(): void {
    void this.#stop();
  }

  #run(): Promise<DemoProcess> {
    const starting = this.#start();
    const hasEnded = (): Promise<void> => this.#hasEnded(starting);
    void starting.then(({ ended }) => ended.then(hasEnded), hasEnded);
    return starting;
  }

  /** Unless the user closed it, it has stopped by itself. */
  async #hasEnded(starting: Promise<DemoProcess>): Promise<void> {
    if (this.#process !== starting) return;
    this.#process = undefined;
    await this.#connections.stopDemo();
  }

  async #stop(): Promise<void> {
    const starting = this.#process;
    this.#process = undefined;
    // Who opened it hears why it did not start.
    const running = await starting?.catch(() => undefined);
    running?.stop();
    await running?.ended;
  }
}
