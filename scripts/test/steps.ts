import type { Step } from "./step.ts";

const eslint = "node_modules/eslint/bin/eslint.js";
const mocha = "node_modules/mocha/bin/mocha.js";
const dots = ["--reporter", "test/support/dotReporter.ts"];

/**
 * What `npm test` does, group after group; the steps of a group run two at a time. Those that drive a
 * VS Code run alone, as they wait for what it does.
 */
export const groups: readonly (readonly Step[])[] = [
  [
    { name: "build", command: ["esbuild.mjs"] },
    { name: "Neovim", command: ["scripts/test/neovim.ts"], show: true },
  ],
  [
    { name: "real VS Code", command: ["scripts/host/prepare.ts"], show: true },
    { name: "Python programs", command: ["scripts/python/prepare.ts"], show: true },
    // First of the long ones: most of it is waiting for the budget of calls, beside what keeps a core busy.
    {
      name: "unit of the client",
      command: [mocha, "test/client/**/*.test.ts", ...dots],
      needs: ["build"],
      tests: true,
    },
    { name: "types", command: ["node_modules/typescript/bin/tsc"] },
    { name: "format", command: ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."] },
    { name: "lint", command: [eslint, "--max-warnings", "0", "."] },
    { name: "generated files", command: ["scripts/generate.ts", "--check"] },
    {
      name: "package",
      command: ["scripts/package.ts", "--no-build", "--out", "out/taskwright.vsix"],
      needs: ["build"],
    },
    {
      name: "unit of the rest",
      command: [mocha, "test/{shared,server,simulator,syntaxes,scripts}/**/*.test.ts", ...dots],
      needs: ["build"],
      tests: true,
    },
    {
      name: "simulated days",
      command: [mocha, "test/days/*.test.ts", ...dots],
      tests: true,
    },
    {
      name: "clients and emulators of others",
      command: [mocha, "test/contract/**/*.test.ts", "--timeout", "180000", ...dots],
      needs: ["Python programs"],
      tests: true,
    },
  ],
  [
    {
      name: "e2e suite",
      command: ["scripts/e2e.ts", "--no-package", "--only", "suite"],
      needs: ["real VS Code", "package"],
      tests: true,
      show: true,
    },
  ],
  [
    {
      name: "e2e pages",
      command: ["scripts/e2e.ts", "--no-package", "--only", "pages"],
      needs: ["real VS Code", "package"],
      tests: true,
      show: true,
    },
  ],
];
