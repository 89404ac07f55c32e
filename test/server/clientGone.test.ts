import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MarkedProcesses } from "../support/markedProcesses.ts";
import { until } from "../support/until.ts";

const program = resolve("dist/server.js");

/** Says nothing by which the server could look for its client. */
const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { processId: null, capabilities: {} },
};
const content = JSON.stringify(initialize);
const message = JSON.stringify(`Content-Length: ${content.length}\r\n\r\n${content}`);

/** What an editor does: starts the server as `const server`, and prints when it has answered. */
const editor = (start: string): string => `
  const { spawn } = require("node:child_process");
  const fs = require("node:fs");
  const start = (args, stdio) =>
    spawn(process.execPath, [${JSON.stringify(program)}, ...args], { stdio: [...stdio.slice(0, 2), "ignore", ...stdio.slice(2)] });
  const answered = () => console.log("answered");
  ${start}
  setInterval(() => undefined, 1000);`;

describe("the language server whose client is killed", () => {
  let folder: string;
  let marked: MarkedProcesses;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "client-gone-"));
    marked = new MarkedProcesses(folder);
  });
  afterEach(async () => {
    for (const { pid } of await marked.list()) process.kill(pid, "SIGKILL");
    await rm(folder, { recursive: true });
  });

  function start(script: string): ChildProcess {
    const env = { ...process.env, ...marked.env };
    return spawn(process.execPath, ["-e", editor(script)], { env, stdio: ["ignore", "pipe", "inherit"] });
  }

  async function isServing(): Promise<boolean> {
    return (await marked.list()).some(({ command }) => command.includes(`${program} --`));
  }

  /** Kills the editor when the server has answered it. */
  async function kill(client: ChildProcess): Promise<void> {
    await once(client.stdout!, "data");
    client.kill("SIGKILL");
    await until("the end of the server", async () => !(await isServing()));
  }

  it("ends when it was spoken to by its standard input", async () => {
    await kill(
      start(`
        const server = start(["--stdio"], ["pipe", "pipe"]);
        server.stdin.write(${message});
        server.stdout.once("data", answered);`),
    );
  });

  it("ends when another process holds its standard input open", async () => {
    const input = join(folder, "input");
    await once(spawn("mkfifo", [input]), "exit");
    // Opened for reading as well as for writing, it is never at its end.
    await kill(
      start(`
        const input = fs.openSync(${JSON.stringify(input)}, "r+");
        const server = start(["--stdio"], [input, "pipe"]);
        fs.writeSync(input, ${message});
        server.stdout.once("data", answered);`),
    );
  });

  it("ends when it was spoken to by Node's channel", async () => {
    await kill(
      start(`
        const server = start(["--node-ipc"], ["ignore", "ignore", "ipc"]);
        server.send(${content});
        server.once("message", answered);`),
    );
  });

  for (const [what, address] of [
    ["a socket", () => ({ port: 0, host: "127.0.0.1" })],
    ["a pipe", () => ({ path: join(folder, "pipe") })],
  ] as const) {
    it(`ends when it was spoken to by ${what}, which is closed`, async () => {
      const listener = createServer().listen(address());
      await once(listener, "listening");
      const where = listener.address();
      const argument = typeof where === "string" ? `--pipe=${where}` : `--socket=${where?.port}`;
      const client = start(`start([${JSON.stringify(argument)}], ["ignore", "ignore"]);`);
      const [socket] = (await once(listener, "connection")) as [Socket];
      socket.write(JSON.parse(message) as string);
      await once(socket, "data");
      socket.destroy();
      await until("the end of the server", async () => !(await isServing()));
      listener.close();
      client.kill();
    });
  }
}).timeout(120_000);
