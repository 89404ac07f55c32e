import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { promisify } from "node:util";

/** A process, as the list of processes shows it. */
export interface ListedProcess {
  readonly pid: number;
  readonly command: string;
}

/**
 * Finds the processes that have been started with a mark in their environment, and all that these have
 * started.
 */
export class MarkedProcesses {
  readonly #mark: string;
  /** To be added to the environment of the first. */
  readonly env: NodeJS.ProcessEnv;

  constructor(mark: string) {
    this.#mark = `TASKWRIGHT_MARK=${mark}`;
    this.env = { TASKWRIGHT_MARK: mark };
  }

  /** Those that are running; what has ended and was not yet noticed by its parent is none of them. */
  async list(): Promise<readonly ListedProcess[]> {
    return process.platform === "linux" ? this.#fromProc() : this.#fromPs();
  }

  async #fromProc(): Promise<readonly ListedProcess[]> {
    const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
    const found = ids.map(async (pid) => {
      // Processes end while they are looked at, and those of others may not be looked at.
      const read = (file: string): Promise<string> =>
        readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
      if (!(await read("environ")).split("\0").includes(this.#mark)) return [];
      const command = (await read("cmdline")).replaceAll("\0", " ").trim();
      return command === "" ? [] : [{ pid: Number(pid), command }];
    });
    return (await Promise.all(found)).flat();
  }

  async #fromPs(): Promise<readonly ListedProcess[]> {
    const { stdout } = await promisify(execFile)("ps", ["axeww", "-o", "pid=,command="], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const lines = stdout.split("\n").filter((line) => line.split(" ").includes(this.#mark));
    return lines.map((line) => ({
      pid: Number.parseInt(line, 10),
      command: line.trim().replace(/^\d+\s+/, ""),
    }));
  }
}
