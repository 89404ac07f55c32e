import { ecsArn } from "./arn.ts";
import type { Account, CapacityProvider } from "./types.ts";

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
