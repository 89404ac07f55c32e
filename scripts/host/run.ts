import { spawn } from "node:child_process";

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end and returns what it wrote to its standard output.
 * @throws Error with the end of everything that it wrote, when it does not exit with 0.
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let everything = "";
    child.stdout.on("data", (data: Buffer) => {
      output += data.toString();
      everything += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => (everything += data.toString()));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(
            `${command} ${args.join(" ")} ended with ${signal ?? String(code)}:\n${everything.slice(-4000).trim()}`,
          ),
        );
    });
  });
}
