import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const environmentKeys = [
  "AWS_CONFIG_FILE",
  "AWS_SHARED_CREDENTIALS_FILE",
  "AWS_PROFILE",
  "AWS_REGION",
  "AWS_ACCESS_KEY_ID",
  "AWS_EC2_METADATA_DISABLED",
] as const;

/** Points the SDK at a configuration of its own, away from that of the user who runs the tests. */
export async function useConfiguration(config: string): Promise<{ restore(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "taskwright-aws-"));
  const before = environmentKeys.map((key) => [key, process.env[key]] as const);
  for (const key of environmentKeys) delete process.env[key];
  process.env["AWS_CONFIG_FILE"] = join(folder, "config");
  process.env["AWS_SHARED_CREDENTIALS_FILE"] = join(folder, "credentials");
  process.env["AWS_EC2_METADATA_DISABLED"] = "true";
  await writeFile(join(folder, "config"), config);
  return {
    async restore() {
      for (const [key, value] of before) {
        if (value === undefined) delete process.env[key];
        else process.env[key] = value;
      }
      await rm(folder, { recursive: true });
    },
  };
}
