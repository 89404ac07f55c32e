// Preloaded with `--import`: puts the fault that `--fault` names back into the sources as they are loaded.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { faulty } from "./fault.ts";
import { faults } from "./index.ts";

const { fault: name } = parseArgs({ options: { fault: { type: "string" } }, strict: false }).values;
const fault = faults.find((each) => each.name === name);

if (fault)
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      const file = url.startsWith("file:") ? relative(process.cwd(), fileURLToPath(url)) : url;
      if (!fault.edits.some((edit) => edit.file === file)) return loaded;
      return { ...loaded, source: faulty(fault, file, readFileSync(file, "utf8")) };
    },
  });
