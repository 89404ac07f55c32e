import type {
  DescribeServiceDeploymentsResponse,
  DescribeServiceRevisionsResponse,
  DescribeServicesResponse,
  ListClustersResponse,
  ListServiceDeploymentsResponse,
  ListServicesResponse,
  ListTaskDefinitionsResponse,
  Service,
} from "@aws-sdk/client-ecs";
import type { DescribeSessionsResponse } from "@aws-sdk/client-ssm";
import type { Wire } from "../../simulator/src/protocol/wire.ts";
import type { Simulator } from "../../simulator/src/simulator.ts";

/** A deployment as ECS records it. */
export interface DeploymentRecord {
  readonly status: string;
  /** `orders:3` */
  readonly revision: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What the account holds at a moment. */
export interface Snapshot {
  readonly revisions: number;
  readonly sessions: number;
  /** By ARN. */
  readonly services: ReadonlyMap<string, Wire<Service>>;
}

/** An answer of ECS as it travels. */
type Answer<T> = Wire<T> & object;

/** The account as it is, by an eye that nothing befalls. */
export function snapshotOf(simulator: Simulator): Snapshot {
  const { taskDefinitionArns = [] } = simulator.ask(
    "ListTaskDefinitions",
  ) as Answer<ListTaskDefinitionsResponse>;
  const { Sessions = [] } = simulator.ask(
    "DescribeSessions",
    { State: "Active" },
    "ssm",
  ) as Answer<DescribeSessionsResponse>;
  const { clusterArns = [] } = simulator.ask("ListClusters") as Answer<ListClustersResponse>;
  const services = clusterArns.flatMap((cluster) => servicesOf(simulator, cluster));
  return {
    revisions: taskDefinitionArns.length,
    sessions: Sessions.length,
    // What is answered may be changed later.
    services: new Map(services.map((service) => [service.serviceArn ?? "", structuredClone(service)])),
  };
}

/** The services of a cluster, with their tags. */
export function servicesOf(simulator: Simulator, cluster: string): readonly Wire<Service>[] {
  const { serviceArns = [] } = simulator.ask("ListServices", {
    cluster,
    maxResults: 100,
  }) as Answer<ListServicesResponse>;
  const batches = Array.from({ length: Math.ceil(serviceArns.length / 10) }, (_each, index) =>
    serviceArns.slice(index * 10, index * 10 + 10),
  );
  return batches.flatMap((services) => {
    const answer = simulator.ask("DescribeServices", { cluster, services, include: ["TAGS"] });
    return (answer as Answer<DescribeServicesResponse>).services ?? [];
  });
}

/** The deployments of a service, newest first; none of one that is gone. */
export function recordsOf(
  simulator: Simulator,
  cluster: string,
  service: string,
): readonly DeploymentRecord[] {
  const { serviceDeployments = [] } = simulator.ask("ListServiceDeployments", {
    cluster,
    service,
  }) as Answer<ListServiceDeploymentsResponse>;
  const arns = serviceDeployments.flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
  if (arns.length === 0) return [];
  const { serviceDeployments: records = [] } = simulator.ask("DescribeServiceDeployments", {
    serviceDeploymentArns: arns.slice(0, 20),
  }) as Answer<DescribeServiceDeploymentsResponse>;
  const targets = records.flatMap(({ targetServiceRevision }) => targetServiceRevision?.arn ?? []);
  const { serviceRevisions = [] } = simulator.ask("DescribeServiceRevisions", {
    serviceRevisionArns: [...new Set(targets)].slice(0, 20),
  }) as Answer<DescribeServiceRevisionsResponse>;
  const nameOf = (arn = ""): string => {
    const revision = serviceRevisions.find(({ serviceRevisionArn }) => serviceRevisionArn === arn);
    return (revision?.taskDefinition ?? "").split("/").at(-1) ?? "";
  };
  return records
    .map(({ status = "", targetServiceRevision, createdAt = 0 }) => ({
      status,
      revision: nameOf(targetServiceRevision?.arn),
      createdAt: createdAt * 1000,
    }))
    .sort((a, b) => b.createdAt - a.createdAt);
}
