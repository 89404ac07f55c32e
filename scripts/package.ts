// Makes the .vsix of the extension: `npm run package`. Fails when a file too many or too few is in it, or when the licences
// of what is bundled are not those that go along. The same commit makes the same bytes, whoever makes them and where.
//   --out FILE   where to write it (taskwright-<version>.vsix)
//   --no-build   package what is in dist/
import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { readOptions } from "./host/options.ts";
import { program } from "./host/program.ts";
import { run } from "./host/run.ts";
import { readBundled } from "./build/bundled.ts";
import { notices, noticesOf } from "./generate/notices.ts";
import { faultsOf, type Manifest } from "./package/contents.ts";
import { writeVsix } from "./package/vsix.ts";
import { readZip } from "./zip.ts";

const values = readOptions({ out: { type: "string" }, "no-build": { type: "boolean" } });

await program(async () => {
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as Manifest;
  const file = resolve(values.out ?? `${manifest.name}-${manifest.version}.vsix`);
  if (!values["no-build"]) await run(process.execPath, ["esbuild.mjs"]);
  await mkdir(dirname(file), { recursive: true });
  await writeVsix(file);

  const folder = "extension/";
  const files = [...(await readZip(file)).keys()]
    .filter((name) => name.startsWith(folder))
    .map((name) => name.slice(folder.length));
  const faults = [...faultsOf(files, manifest), ...(await noticeFaults())];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) return 1;
  console.log(`${file}: ${files.length} files, ${Math.ceil((await stat(file)).size / 1024)} kB.`);
  return 0;
});

/** Asks the bundler itself, unlike `npm run generate`, which knows when it need not. */
async function noticeFaults(): Promise<readonly string[]> {
  const [wanted, found] = [await noticesOf(await readBundled()), await readFile(notices.file, "utf8")];
  return wanted === found ? [] : [`${notices.file} is stale. Run "npm run generate".`];
}
