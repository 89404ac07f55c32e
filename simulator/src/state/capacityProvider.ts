import type { CapacityProvider as AwsCapacityProvider } from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";
import type { Account } from "./account.ts";
import { ecsArn } from "./arn.ts";

export type CapacityProvider = Wire<AwsCapacityProvider> & { name: string };

/** The providers that every account has. */
export function fargateProviders(account: Pick<Account, "id" | "region">): Map<string, CapacityProvider> {
  const named = ["FARGATE", "FARGATE_SPOT"].map((name) => ({
    name,
    capacityProviderArn: ecsArn(account, `capacity-provider/${name}`),
    status: "ACTIVE" as const,
    tags: [],
  }));
  return new Map(named.map((provider) => [provider.name, provider]));
}
