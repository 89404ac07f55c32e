import type { Account, Service } from "./types.ts";

/** The service that an ARN of the form `…:kind/CLUSTER/SERVICE/ID` belongs to. */
export function serviceOf(account: Account, arn: string): Service | undefined {
  const [, cluster = "", service = ""] = arn.split("/");
  return account.clusters.get(cluster)?.services.get(service);
}
