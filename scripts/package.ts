// Makes the .vsix of the extension: `npm run package`. Fails when a file too many or too few is in it.
//   --out FILE   where to write it (taskwright-<version>.vsix)
//   --no-build   package what is in dist/
import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { program } from "./host/program.ts";
import { run } from "./host/run.ts";
import { faultsOf, type Manifest } from "./package/contents.ts";
import { readZip } from "./zip.ts";

const { values } = parseArgs({ options: { out: { type: "string" }, "no-build": { type: "boolean" } } });

await program(async () => {
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as Manifest;
  const file = resolve(values.out ?? `${manifest.name}-${manifest.version}.vsix`);
  if (!values["no-build"]) await run(process.execPath, ["esbuild.mjs"]);
  await mkdir(dirname(file), { recursive: true });
  const vsce = resolve("node_modules/@vscode/vsce/vsce");
  await run(process.execPath, [
    vsce,
    "package",
    "--out",
    file,
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
  ]);

  const folder = "extension/";
  const files = [...(await readZip(file)).keys()]
    .filter((name) => name.startsWith(folder))
    .map((name) => name.slice(folder.length));
  const faults = faultsOf(files, manifest);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) return 1;
  console.log(`${file}: ${files.length} files, ${Math.ceil((await stat(file)).size / 1024)} kB.`);
  return 0;
});
