import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startService } from "../../../scripts/host/service.ts";

const host = resolve("scripts/host");

/** A program that starts a service, which starts another; both hold a connection for as long as they live. */
function source(directory: string, port: number, then: string): string {
  const connected = `require("node:net").connect(${port}, "127.0.0.1")`;
  const child = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(connected)}]);
    ${connected}.on("connect", () => console.log("ready"));`;
  return `
    import { program } from ${JSON.stringify(join(host, "program.ts"))};
    import { startService } from ${JSON.stringify(join(host, "service.ts"))};
    await program(async (cleanup) => {
      const service = await startService({
        name: "The service", args: ["-e", ${JSON.stringify(child)}],
        env: process.env, logFile: ${JSON.stringify(join(directory, "log"))}, ready: /ready/,
      });
      await cleanup.add(() => service.stop());
      // Goes on when the test has seen both connections.
      await new Promise((resolve) => process.stdin.once("data", resolve));
      ${then}
    });`;
}

describe("a program that starts services", () => {
  let directory: string;
  let server: Server;
  let sockets: Socket[];
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "program-test-"));
    sockets = [];
    server = createServer((socket) => sockets.push(socket.on("error", () => undefined).resume())).listen(
      0,
      "127.0.0.1",
    );
    await once(server, "listening");
  });
  afterEach(async () => {
    server.close();
    await rm(directory, { recursive: true });
  });

  interface Running {
    /** Resolves to code and signal when the program and both services have ended. */
    readonly ended: Promise<unknown[]>;
    readonly kill: (signal: NodeJS.Signals) => void;
    readonly errors: () => string;
  }

  async function start(then: string): Promise<Running> {
    const { port } = server.address() as AddressInfo;
    const child = spawn(process.execPath, ["--input-type=module", "-e", source(directory, port, then)]);
    let errors = "";
    child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
    const exit = once(child, "exit");
    while (sockets.length < 2) await once(server, "connection");
    const closed = sockets.map((socket) => once(socket, "close"));
    child.stdin.write("go on\n");
    return {
      ended: exit.then(async (result) => (await Promise.all(closed), result)),
      kill: (signal) => void child.kill(signal),
      errors: () => errors,
    };
  }

  it("exits with its code, and all it started ends", async () => {
    const { ended } = await start("return 3;");
    assert.deepEqual(await ended, [3, null]);
  });

  it("says what went wrong and exits with 1, and all it started ends", async () => {
    const { ended, errors } = await start(`throw new Error("no luck");`);
    assert.deepEqual(await ended, [1, null]);
    assert.equal(errors(), "no luck\n");
  });

  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    it(`ends all it started at ${signal}, also when it comes twice`, async () => {
      const { ended, kill, errors } = await start(
        "await new Promise(() => setInterval(() => undefined, 1000));",
      );
      kill(signal);
      kill(signal);
      assert.deepEqual(await ended, [code, null]);
      assert.equal(errors(), "");
    });
  }

  it("ends all it started when something in it exits without warning", async () => {
    const { ended } = await start("process.exit(4);");
    assert.deepEqual(await ended, [4, null]);
  });
});

describe("a service that cannot start", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "service-test-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it("is reported with its last words, which are in its log too", async () => {
    const logFile = join(directory, "log");
    const options = {
      name: "The service",
      args: ["-e", `console.error("port is taken")`],
      env: process.env,
      logFile,
      ready: /ready/,
    };
    await assert.rejects(startService(options), {
      message: `The service did not start: port is taken\nIts output is in ${logFile}.`,
    });
    assert.equal(await readFile(logFile, "utf8"), "port is taken\n");
  });

  it("is reported when its script does not exist", async () => {
    const options = {
      name: "The service",
      args: [join(directory, "nothing.js")],
      env: {},
      logFile: join(directory, "log"),
      ready: /ready/,
    };
    await assert.rejects(
      startService(options),
      /^Error: The service did not start: [^]*Cannot find module '.*nothing\.js'/,
    );
  });
});
