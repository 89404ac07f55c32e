import { ecsOperations } from "./ecs/index.ts";
import type { Operation } from "./operation.ts";
import { stsOperations } from "./sts/index.ts";

/** An AWS API on the simulator's port, and how its requests are told from those of others. */
export interface Api {
  readonly name: string;
  readonly protocol:
    | { readonly kind: "json"; readonly version: "1.0" | "1.1"; readonly target: string }
    | { readonly kind: "query"; readonly version: string; readonly namespace: string };
  readonly operations: readonly Operation[];
}

export const apis: readonly Api[] = [
  { name: "ecs", protocol: { kind: "json", version: "1.1", target: "AmazonEC2ContainerServiceV20141113" }, operations: ecsOperations },
  {
    name: "sts",
    protocol: { kind: "query", version: "2011-06-15", namespace: "https://sts.amazonaws.com/doc/2011-06-15/" },
    operations: stsOperations,
  },
];
