// `npm run sweep`: runs the unit layers with the clock shifted to each hour of a day and to the ends of months and years, in
// several time zones and languages. It takes hours; the options choose.
//   --list          only names the turns
//   --turn TEXT     only turns whose name contains it (several: --turn "18 h" --turn "year's end")
//   --zone NAME     only turns in this time zone
//   --language TEXT only turns whose language begins so
//   --layer NAME    only this layer (several): client, server, simulator, scripts, rest, days
//   --files GLOB    these test files in place of the layers
import { spawn } from "node:child_process";
import { once } from "node:events";
import { endChild, endingWithThis } from "./host/child.ts";
import type { Cleanup } from "./host/cleanup.ts";
import { readOptions } from "./host/options.ts";
import { program } from "./host/program.ts";
import { secondsSince } from "./host/stopwatch.ts";
import { type Turn, turns } from "./sweep/turns.ts";

// A busy machine is not what is looked for.
const mocha = [
  "node_modules/mocha/bin/mocha.js",
  "--reporter",
  "test/support/dotReporter.ts",
  "--timeout",
  "120000",
];

/** What each turn may run. Days are played, few of them. */
const allLayers: Readonly<Record<string, readonly string[]>> = {
  client: [...mocha, "test/client/**/*.test.ts"],
  server: [...mocha, "test/server/**/*.test.ts"],
  simulator: [...mocha, "test/simulator/**/*.test.ts"],
  scripts: [...mocha, "test/scripts/**/*.test.ts"],
  rest: [...mocha, "test/{shared,syntaxes}/**/*.test.ts"],
  days: ["scripts/days.ts", "--days", "10"],
};

const values = readOptions({
  list: { type: "boolean", default: false },
  turn: { type: "string", multiple: true },
  zone: { type: "string" },
  language: { type: "string", default: "" },
  files: { type: "string" },
  layer: { type: "string", multiple: true, default: [] },
});

await program(async (cleanup) => {
  const layers = chosenLayers();
  const chosen = turns().filter(isChosen);
  if (chosen.length === 0) throw new Error("No turn has these properties: see --list.");
  const lines: string[] = [];
  let failed = 0;
  for (const turn of chosen) {
    const where = `${turn.name.padEnd(32)} ${new Date(turn.start).toISOString()} ${turn.zone} ${turn.language}`;
    if (values.list) console.log(where);
    else
      for (const [layer, command] of layers) {
        const { passed, time } = await run(command, turn, cleanup);
        failed += passed ? 0 : 1;
        lines.push(`${passed ? "✔" : "✘"} ${layer.padEnd(9)} ${time.padStart(7)}  ${where}`);
        console.log(lines.at(-1));
      }
  }
  if (values.list) return 0;
  console.log(`\n${lines.join("\n")}\n\n${lines.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/** What the options leave to be run, by name. */
function chosenLayers(): readonly (readonly [name: string, command: readonly string[]])[] {
  if (values.files !== undefined) return [["files", [...mocha, values.files]]];
  if (values.layer.length === 0) return Object.entries(allLayers);
  return values.layer.map((name) => {
    const command = allLayers[name];
    if (command === undefined)
      throw new Error(`There is no layer ${name}: see the head of scripts/sweep.ts.`);
    return [name, command] as const;
  });
}

function isChosen({ name, zone, language }: Turn): boolean {
  return (
    (values.turn?.some((text) => name.includes(text)) ?? true) &&
    (values.zone === undefined || zone === values.zone) &&
    language.startsWith(values.language)
  );
}

/** Runs a command at the time and place of a turn; what it says is shown when it fails. */
async function run(
  command: readonly string[],
  turn: Turn,
  cleanup: Cleanup,
): Promise<{ passed: boolean; time: string }> {
  const start = performance.now();
  const clock = new URL("./sweep/shiftedClock.ts", import.meta.url).href;
  const child = spawn(process.execPath, [...endingWithThis(), ...command], {
    env: {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import ${clock}`.trim(),
      TASKWRIGHT_CLOCK_SHIFT: String(turn.start - Date.now()),
      TZ: turn.zone,
      LANG: turn.language,
      LC_ALL: turn.language,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  await cleanup.add(() => endChild(child));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, "    "));
  return { passed: code === 0, time: secondsSince(start) };
}
