// `npm start`: everything one needs to try the extension, on a fresh clone too. Starts the simulator and
// a VS Code with the extension and the sample workspace; Ctrl-C ends both.
//   --browser   the VS Code for the browser, even if there is a desktop one
//   --reset     start over with fresh samples and a fresh VS Code
import { createHash } from "node:crypto";
import { cp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { demoEnvironment, startSimulator } from "./demo.ts";
import { browserServer } from "./host/browserServer.ts";
import { cacheRoot } from "./host/cache.ts";
import { findDesktop, openDesktop } from "./host/desktop.ts";
import { portIfFree } from "./host/freePort.ts";
import { readOptions } from "./host/options.ts";
import { program } from "./host/program.ts";
import { writeSettings } from "./host/settings.ts";
import { startWorkbench } from "./host/workbench.ts";
import { prepareExtensions, tour } from "./start/extensions.ts";

const values = readOptions({ browser: { type: "boolean" }, reset: { type: "boolean" } });
const tell = (message: string): void => console.log(message);

/** Settings that leave the first screen to what matters. */
const firstScreen = {
  "breadcrumbs.filePath": "last",
  "editor.minimap.enabled": false,
  "markdown.preview.fontSize": 13,
};

const whereToLook = `
Where to look first
  checkout/task-definition.json  a squiggle: Fargate has no such task; Ctrl+. offers what would do
  orders/task-definition.json    in order, and newer than what runs: "ECS: Deploy…" (Ctrl+Shift+P)
  the ECS view (activity bar)    clusters, services, tasks and containers of the simulated account
  README.md                      what else there is to try
`;

await program(async (cleanup) => {
  const checkout = process.cwd();
  const scratch = join(
    cacheRoot(),
    `start-${createHash("sha256").update(checkout).digest("hex").slice(0, 8)}`,
  );
  if (values.reset) await rm(scratch, { recursive: true, force: true });
  const workspace = join(scratch, "shop");
  // What was edited the last time stays.
  await cp(resolve("samples"), workspace, { recursive: true, force: false });

  const desktop = values.browser ? undefined : findDesktop();
  const server = desktop ? undefined : await browserServer(tell, { withTerminal: false });
  const profile = {
    userData: join(scratch, desktop ? "desktop" : "browser"),
    extensions: join(scratch, "extensions"),
  };
  await prepareExtensions(scratch, profile, server, tell);

  const simulator = await startSimulator(scratch);
  await cleanup.add(() => simulator.stop());
  const env = await demoEnvironment(scratch, simulator.endpoint);
  tell(`The simulated account is at ${simulator.endpoint} (AWS profile "demo").`);

  await writeSettings(profile.userData, firstScreen);
  if (desktop) {
    tell(
      `Opening ${desktop} with ${workspace}.\n${whereToLook}\nClosing the window or Ctrl-C ends everything.`,
    );
    await openDesktop(cleanup, {
      executable: desktop,
      workspace,
      extensions: [checkout, tour],
      profile,
      env,
    });
    return 0;
  }
  if (!server) throw new Error("There is neither a desktop VS Code nor one for the browser.");
  const workbench = await startWorkbench({
    server,
    profile,
    env,
    trusted: true,
    port: await portIfFree(8421),
    defaultFolder: workspace,
  });
  await cleanup.add(() => workbench.stop());
  tell(
    `\nVS Code is ready. Open this address in a browser:\n\n  ${workbench.origin}/?tkn=${workbench.token}\n${whereToLook}\nCtrl-C ends everything.`,
  );
  await Promise.race([workbench.ended, simulator.ended]);
  throw new Error(`VS Code or the simulator ended by itself. Their logs are in ${scratch}.`);
});
