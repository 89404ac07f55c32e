import { ECSClient } from "@aws-sdk/client-ecs";
import type { RunningSimulator } from "../../../scripts/demo.ts";

/** A client of the SDK's own that looks at the simulated account from outside. */
export const ecsOf = ({ endpoint }: Pick<RunningSimulator, "endpoint">): ECSClient =>
  new ECSClient({
    endpoint,
    region: "eu-west-1",
    credentials: { accessKeyId: "AKIATEST", secretAccessKey: "test" },
  });
