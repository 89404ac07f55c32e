import { createHash } from "node:crypto";
import { troubleIn } from "../bootstrap/trouble.mjs";
import { cacheRoot, cached } from "../host/cache.ts";
import { onPath } from "../host/executables.ts";
import { run } from "../host/run.ts";
import { timed, type Tell } from "../host/stopwatch.ts";

/**
 * Clients and emulators of others that the simulator is held against. The only place that names their
 * versions.
 */
const packages = ["awscli==1.46.2", "moto==5.2.5", "flask==3.1.3", "flask-cors==6.0.5", "ministack==1.5.33"];

/** Programs written in Python, of which none needs an account. */
export interface PythonTools {
  /** The interpreter. */
  readonly python: string;
  /** Lets it find the packages; to be added to the environment. */
  readonly env: { readonly PYTHONPATH: string };
}

/**
 * The AWS CLI and the emulators, installed from PyPI into the machine's cache the first time.
 * Resolves to the reason when this machine has no Python, or cannot install.
 */
export async function pythonTools(tell: Tell): Promise<PythonTools | string> {
  const python = onPath(["python3", "python"]);
  if (python === undefined) return "There is no Python on the PATH. With Python 3 and pip, they run.";
  try {
    const version = (await run(python, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"])).trim();
    const digest = createHash("sha256").update(packages.join()).digest("hex").slice(0, 8);
    const folder = await cached(cacheRoot(), `python-${version}-${digest}`, (directory) =>
      timed(tell, `Installing ${packages.join(", ")} from PyPI`, async () => {
        const quiet = ["--quiet", "--disable-pip-version-check", "--no-compile"];
        await run(python, ["-m", "pip", "install", ...quiet, "--target", directory, ...packages]);
      }),
    );
    return { python, env: { PYTHONPATH: folder } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return `They cannot be installed. ${troubleIn(message) ?? message}`;
  }
}
