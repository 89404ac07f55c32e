import { until } from "../../support/until.ts";

/**
 * What runs in the process: a timer that notes the CPU time between two of its ticks, in milliseconds. CPU
 * time, as a busy machine is not the process's fault.
 */
const probe = `(() => {
  const usage = () => { const { user, system } = (process.threadCpuUsage ?? process.cpuUsage).call(process); return user + system; };
  const state = globalThis.taskwrightTurns = { turns: [] };
  let last = usage();
  setInterval(() => { const now = usage(); state.turns.push((now - last) / 1000); last = now; }, 2).unref();
})()`;

/** How long the turns of a process's event loop are, told by its inspector. */
export class Turns {
  readonly #evaluate: (expression: string) => Promise<unknown>;

  private constructor(evaluate: (expression: string) => Promise<unknown>) {
    this.#evaluate = evaluate;
  }

  /** Begins to measure the process with this id, which was started with this port for its inspector. */
  static async of(pid: number, port: number): Promise<Turns> {
    process.kill(pid, "SIGUSR1");
    const address = await until("the inspector", async () => {
      const response = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined);
      const [target] = response ? ((await response.json()) as { webSocketDebuggerUrl: string }[]) : [];
      return target?.webSocketDebuggerUrl;
    });
    const turns = new Turns(evaluator(await opened(address)));
    if ((await turns.#evaluate("process.pid")) !== pid)
      throw new Error("Another process has its inspector open.");
    await turns.#evaluate(probe);
    return turns;
  }

  /** The CPU time of the longest turns since this was asked last, longest first, in milliseconds. */
  async longest(): Promise<readonly number[]> {
    const json = await this.#evaluate(
      "JSON.stringify(taskwrightTurns.turns.splice(0).sort((a, b) => b - a).slice(0, 8))",
    );
    return JSON.parse(String(json)) as number[];
  }
}

async function opened(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new Error("The inspector does not answer.")), {
      once: true,
    });
  });
  return socket;
}

function evaluator(socket: WebSocket): (expression: string) => Promise<unknown> {
  let last = 0;
  return (expression) =>
    new Promise((resolve) => {
      const id = ++last;
      const listen = ({ data }: MessageEvent): void => {
        const answer = JSON.parse(String(data)) as { id?: number; result?: { result?: { value?: unknown } } };
        if (answer.id !== id) return;
        socket.removeEventListener("message", listen);
        resolve(answer.result?.result?.value);
      };
      socket.addEventListener("message", listen);
      socket.send(JSON.stringify({ id, method: "Runtime.evaluate", params: { expression } }));
    });
}
