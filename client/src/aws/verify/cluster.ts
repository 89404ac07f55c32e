import { ECSClient, DescribeClustersCommand } from "@aws-sdk/client-ecs";
import { nameOfArn } from "../../model/arn.ts";
import type { AccountFinding } from "../../model/accountFinding.ts";
import { valuesAt, type InputValue } from "../../model/inputValues.ts";
import { atEach, checked, proposals, replacement, type Check, type VerifyContext } from "./check.ts";

/** The cluster of a service exists, and has the capacity providers of its strategy. */
export const cluster: Check = async (context) => {
  const places = valuesAt(context.input, "cluster");
  const providers = valuesAt(context.input, "capacityProviderStrategy/*/capacityProvider");
  const name = places[0]?.value;
  if (name === undefined) return { values: [], findings: [] };
  return checked([...places, ...providers], `the cluster ${nameOfArn(name)}`, () =>
    checkCluster(context, name, places, providers),
  );
};

async function checkCluster(
  context: VerifyContext,
  name: string,
  places: readonly InputValue[],
  providers: readonly InputValue[],
): Promise<readonly AccountFinding[]> {
  const client = context.clients.of(ECSClient, "ECS");
  const input = { clusters: [name] };
  const { clusters: [found] = [] } = await context.calls.read(
    "DescribeClusters",
    input,
    (abortSignal) => client.send(new DescribeClustersCommand(input), { abortSignal }),
    context.signal,
  );
  if (found?.status !== "ACTIVE")
    return atEach(
      places,
      "account-cluster",
      `There is no active cluster ${nameOfArn(name)} in ${context.region}.`,
      await proposals(context, "cluster", nameOfArn(name)),
    );
  const { capacityProviders = [] } = found;
  return providers
    .filter(({ value }) => !capacityProviders.includes(value))
    .flatMap((place) =>
      atEach(
        [place],
        "account-capacity-provider",
        `The capacity provider ${place.value} is not associated with the cluster ${found.clusterName}.`,
        capacityProviders.slice(0, 3).map(replacement),
      ),
    );
}
