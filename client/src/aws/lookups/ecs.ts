import {
  ECSClient,
  ListClustersCommand,
  ListServicesCommand,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
} from "@aws-sdk/client-ecs";
import { nameOfArn } from "../../model/arn.ts";
import { findPages, type Lookup, valueOf } from "./lookup.ts";

export const clusters: Lookup = async ({ calls, clients, signal }) => {
  const client = clients.of(ECSClient, "ECS");
  return findPages(async (next) => {
    const input = { maxResults: 100, nextToken: next };
    const { clusterArns = [], nextToken } = await calls.read(
      "ListClusters",
      input,
      (abortSignal) => client.send(new ListClustersCommand(input), { abortSignal }),
      signal,
    );
    return { values: clusterArns.flatMap((arn) => valueOf(nameOfArn(arn), "cluster")), next: nextToken };
  });
};

export const services: Lookup = async ({ calls, clients, signal }, cluster) => {
  const client = clients.of(ECSClient, "ECS");
  return findPages(async (next) => {
    const input = { maxResults: 100, nextToken: next, ...(cluster !== undefined && { cluster }) };
    const { serviceArns = [], nextToken } = await calls.read(
      "ListServices",
      input,
      (abortSignal) => client.send(new ListServicesCommand(input), { abortSignal }),
      signal,
    );
    return { values: serviceArns.flatMap((arn) => valueOf(nameOfArn(arn), "service")), next: nextToken };
  });
};

export const families: Lookup = async ({ calls, clients, signal }, familyPrefix) => {
  const client = clients.of(ECSClient, "ECS");
  return findPages(async (next) => {
    const input = {
      status: "ACTIVE" as const,
      maxResults: 100,
      nextToken: next,
      ...(familyPrefix && { familyPrefix }),
    };
    const { families: found = [], nextToken } = await calls.read(
      "ListTaskDefinitionFamilies",
      input,
      (abortSignal) => client.send(new ListTaskDefinitionFamiliesCommand(input), { abortSignal }),
      signal,
    );
    return { values: found.flatMap((family) => valueOf(family, "family in this account")), next: nextToken };
  });
};

/** The newest hundred. */
export const revisions: Lookup = async ({ calls, clients, signal }, familyPrefix) => {
  const client = clients.of(ECSClient, "ECS");
  const input = { familyPrefix, sort: "DESC" as const, status: "ACTIVE" as const, maxResults: 100 };
  const { taskDefinitionArns = [], nextToken } = await calls.read(
    "ListTaskDefinitions",
    input,
    (abortSignal) => client.send(new ListTaskDefinitionsCommand(input), { abortSignal }),
    signal,
  );
  return {
    values: taskDefinitionArns.flatMap((arn) => valueOf(nameOfArn(arn), "active revision")),
    hasMore: nextToken !== undefined,
  };
};
