import { installPackage, mayInstall } from "./debian.ts";
import { onPath } from "./executables.ts";
import type { Tell } from "./stopwatch.ts";

/** What compiles modules of Node: programs of which one must be there, and Debian's package with it. */
const tools = [
  { names: ["python3", "python"], package: "python3" },
  { names: ["make", "gmake"], package: "make" },
  { names: ["g++", "c++", "clang++"], package: "g++" },
] as const;

/**
 * Sees to it that modules of Node can be compiled, where packages may be installed.
 * @throws Error that says what to install, where they may not.
 */
export async function needCompiler(tell: Tell): Promise<void> {
  const missing = tools.filter(({ names }) => onPath(names) === undefined).map((tool) => tool.package);
  if (missing.length === 0) return;
  if (!mayInstall())
    throw new Error(
      `Parts of VS Code for the browser are compiled here, once, and ${missing.join(", ")} cannot be found. Install what is missing (Debian and Ubuntu: sudo apt-get install ${missing.join(" ")}; macOS: xcode-select --install), then run the same command again.`,
    );
  for (const name of missing) await installPackage(name, tell);
}
