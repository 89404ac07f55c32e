import { spawn } from "node:child_process";
import { once } from "node:events";
import type { PythonTools } from "../../scripts/python/tools.ts";

/** The AWS CLI, with an endpoint and nothing of the user's own configuration. */
export class AwsCli {
  readonly #tools: PythonTools;
  readonly #env: NodeJS.ProcessEnv;

  constructor(tools: PythonTools, endpoint: string, path = process.env["PATH"]) {
    this.#tools = tools;
    this.#env = {
      ...tools.env,
      PATH: path,
      HOME: "/nonexistent",
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: "AKIASIMULATED",
      AWS_SECRET_ACCESS_KEY: "simulated",
      AWS_DEFAULT_REGION: "eu-west-1",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_PAGER: "",
      AWS_MAX_ATTEMPTS: "1",
    };
  }

  /** Runs `aws COMMAND` and returns the JSON that it prints; undefined when it prints nothing. */
  async run(command: string): Promise<any> {
    const output = await this.print(command);
    return output === "" ? undefined : JSON.parse(output);
  }

  /** Runs `aws COMMAND` and returns what it prints. */
  async print(command: string): Promise<string> {
    const { code, output, errors } = await this.#end(command);
    if (code !== 0) throw new Error(`aws ${command} ended with ${code}: ${errors}`);
    return output;
  }

  /** Runs a command that must fail and returns what it says. */
  async refusal(command: string): Promise<string> {
    const { code, errors, output } = await this.#end(command);
    if (code === 0) throw new Error(`aws ${command} succeeded: ${output}`);
    return errors.trim();
  }

  async #end(command: string): Promise<{ code: number; output: string; errors: string }> {
    const child = spawn(this.#tools.python, ["-m", "awscli", ...command.split(" ")], {
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [output, errors] = ["", ""];
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
    const [code] = (await once(child, "close")) as [number];
    return { code, output, errors };
  }
}
