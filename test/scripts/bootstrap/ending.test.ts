import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MarkedProcesses } from "../../support/markedProcesses.ts";
import { until } from "../../support/until.ts";

const scripts = resolve("scripts");

/**
 * A project whose \`npm start\` and \`npm test\` are started as ours are, and start what ours do, but
 * smaller.
 */
const files: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    type: "module",
    scripts: {
      start: `node ${scripts}/bootstrap.mjs start.ts`,
      test: `node ${scripts}/bootstrap.mjs test.ts && echo`,
    },
  }),
  "package-lock.json": JSON.stringify({ packages: {} }),
  "node_modules/.package-lock.json": JSON.stringify({ packages: {} }),
  // Like VS Code: it starts another process of its own, and does not care for the one that started it.
  "server.mjs": `
    import { fork } from "node:child_process";
    process.title = "server";
    fork("host.mjs").once("message", () => console.log("ready"));`,
  "host.mjs": `
    process.title = "host";
    process.send("up");
    setInterval(() => undefined, 1000);`,
  // Like the extension of npm start.
  "start.ts": `
    import { program } from ${JSON.stringify(`${scripts}/host/program.ts`)};
    import { startService } from ${JSON.stringify(`${scripts}/host/service.ts`)};
    process.title = "script";
    await program(async (cleanup) => {
      const service = await startService({ name: "The server", args: ["server.mjs"], env: process.env, logFile: "log", ready: /ready/ });
      await cleanup.add(() => service.stop());
      await service.ended;
      return 1;
    });`,
  // Like a step of npm test that runs mocha, which starts servers.
  "test.ts": `
    import { program } from ${JSON.stringify(`${scripts}/host/program.ts`)};
    import { runStep } from ${JSON.stringify(`${scripts}/test/runStep.ts`)};
    process.title = "script";
    await program(async (cleanup) => {
      await runStep({ name: "step", command: ["step.ts"] }, cleanup);
      return 1;
    });`,
  "step.ts": `
    import { startService } from ${JSON.stringify(`${scripts}/host/service.ts`)};
    process.title = "step";
    const service = await startService({ name: "The server", args: ["server.mjs"], env: process.env, logFile: "log", ready: /ready/ });
    await service.ended;`,
};

describe("what npm has started", () => {
  let folder: string;
  let marked: MarkedProcesses;
  let npm: ChildProcess;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "ending-test-"));
    await mkdir(join(folder, "node_modules/.bin"), { recursive: true });
    await symlink(process.execPath, join(folder, "node_modules/.bin/node"));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });
  after(() => rm(folder, { recursive: true }));
  afterEach(async () => {
    for (const { pid } of await marked.list()) process.kill(pid, "SIGKILL");
  });

  /** Starts a script as a terminal does, in a process group of its own, and waits until all of these run. */
  async function start(script: string, wanted: readonly string[]): Promise<void> {
    marked = new MarkedProcesses(`ending-test-${process.pid}-${performance.now()}`);
    npm = spawn("npm", ["run", script], {
      cwd: folder,
      env: { ...process.env, ...marked.env },
      stdio: "ignore",
      detached: true,
    });
    for (const name of wanted) await until(name, () => find(name));
  }

  async function find(name: string): Promise<number | undefined> {
    const found = (await marked.list()).find(({ command }) =>
      name === "bootstrap" ? /^node \S+bootstrap\.mjs/.test(command) : command === name,
    );
    return found?.pid;
  }

  async function nothingIsLeft(): Promise<void> {
    await until("the end of all", async () => {
      const left = await marked.list();
      if (left.length > 0) throw new Error(left.map(({ command }) => command).join("; "));
      return true;
    });
  }

  const serving = ["npm run start", "bootstrap", "script", "server", "host"];
  const testing = ["npm run test", "bootstrap", "script", "step", "server", "host"];

  it("ends with npm start at Ctrl-C", async () => {
    await start("start", serving);
    process.kill(-npm.pid!, "SIGINT");
    await nothingIsLeft();
  });

  it("ends with npm start when its script is killed", async () => {
    await start("start", serving);
    process.kill((await find("script"))!, "SIGKILL");
    await nothingIsLeft();
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`ends with npm test when its process group gets ${signal}`, async () => {
      await start("test", testing);
      process.kill(-npm.pid!, signal);
      await nothingIsLeft();
    });
  }

  for (const victim of testing.slice(0, -1)) {
    it(`ends with npm test when ${victim} is killed`, async () => {
      await start("test", testing);
      process.kill((await find(victim))!, "SIGKILL");
      await nothingIsLeft();
    });
  }
}).timeout(120_000);
