// `npm run sweep`: runs the unit layers with the clock shifted to each hour of a day and to the ends of months and years, in
// several time zones and languages. It takes hours; the options choose.
//   --list          only names the turns
//   --turn TEXT     only turns whose name contains it (several: --turn "18 h" --turn "year's end")
//   --zone NAME     only turns in this time zone
//   --language TEXT only turns whose language begins so
//   --layer NAME    only this layer (several): client, server, simulator, scripts, rest, days
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

/** What each turn runs. Days are played, few of them. */
const layers: Readonly<Record<string, readonly string[]>> = {
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
  layer: { type: "string", multiple: true, default: Object.keys(layers) },
});

await program(async (cleanup) => {
  const chosen = turns().filter(isChosen);
  const unknown = values.layer.filter((name) => layers[name] === undefined);
  if (unknown.length > 0) throw new Error(`There is no layer ${unknown.join(", ")}.`);
  if (chosen.length === 0) throw new Error("No turn has these properties: see --list.");
  const lines: string[] = [];
  let failed = 0;
  for (const turn of chosen) {
    const where = `${turn.name.padEnd(32)} ${new Date(turn.start).toISOString()} ${turn.zone} ${turn.language}`;
    if (values.list) console.log(where);
    else
      for (const layer of values.layer) {
        const { passed, time } = await run(layer, turn, cleanup);
        failed += passed ? 0 : 1;
        lines.push(`${passed ? "✔" : "✘"} ${layer.padEnd(9)} ${time.padStart(7)}  ${where}`);
        console.log(lines.at(-1));
      }
  }
  if (values.list) return 0;
  console.log(`\n${lines.join("\n")}\n\n${lines.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

function isChosen({ name, zone, language }: Turn): boolean {
  return (
    (values.turn?.some((text) => name.includes(text)) ?? true) &&
    (values.zone === undefined || zone === values.zone) &&
    language.startsWith(values.language)
  );
}

/** Runs a layer at the time and place of a turn; what it says is shown when it fails. */
async function run(layer: string, turn: Turn, cleanup: Cleanup): Promise<{ passed: boolean; time: string }> {
  const start = performance.now();
  const clock = new URL("./sweep/shiftedClock.ts", import.meta.url).href;
  const child = spawn(process.execPath, [...endingWithThis(), ...(layers[layer] ?? [])], {
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
