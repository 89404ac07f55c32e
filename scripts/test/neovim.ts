// Sees to it that the test of the language server in Neovim finds one, where packages may be installed.
import { troubleIn } from "../bootstrap/trouble.mjs";
import { installPackage, mayInstall } from "../host/debian.ts";
import { onPath } from "../host/executables.ts";
import { program } from "../host/program.ts";

await program(async () => {
  const found = onPath(["nvim"]);
  if (found) console.log(found);
  else if (mayInstall()) await installPackage("neovim", console.log).catch(tellSkipped);
  else console.log("There is no Neovim, and it may not be installed: its test is skipped.");
  return 0;
});

/** The rest can be tested without it. */
function tellSkipped(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.log(`Neovim could not be installed: its test is skipped. ${troubleIn(message) ?? message}`);
}
