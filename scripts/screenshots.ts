// `npm run screenshots`: makes the pictures of the README and of the walkthrough in a real VS Code, light and dark.
//   --only NAME   one of them
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { startWindow } from "../test/e2e/support/startWindow.ts";
import { readOptions } from "./host/options.ts";
import { program } from "./host/program.ts";
import { run } from "./host/run.ts";
import { type Scene, scenes } from "./screenshots/scenes.ts";

const values = readOptions({ only: { type: "string" } });
const folder = resolve("media/screenshots");
const themes = { light: "Default Light Modern", dark: "Default Dark Modern" } as const;

await program(async (cleanup) => {
  await run(process.execPath, ["scripts/package.ts", "--out", resolve("out/taskwright.vsix")]);
  await mkdir(folder, { recursive: true });
  for (const [theme, colorTheme] of Object.entries(themes)) {
    const settings = { "workbench.colorTheme": colorTheme, "window.autoDetectColorScheme": false };
    const started = await startWindow({ settings });
    await cleanup.add(() => started.close());
    for (const scene of scenes.filter(({ name }) => !values.only || name === values.only)) {
      await scene.play(started.window);
      await writeFile(join(folder, `${scene.name}-${theme}.png`), await picture(scene, started.window.page));
      console.log(`media/screenshots/${scene.name}-${theme}.png`);
      await scene.leave(started.window);
    }
    await started.close();
  }
  return 0;
});

/** The part of the window that matters, in few colours. */
async function picture(
  { clip }: Scene,
  page: { screenshot: (options: object) => Promise<Buffer> },
): Promise<Buffer> {
  return sharp(await page.screenshot({ clip, animations: "disabled" }))
    .png({ palette: true, colours: 96, effort: 10 })
    .toBuffer();
}
