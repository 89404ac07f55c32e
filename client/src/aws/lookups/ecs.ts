import { ECSClient, ListClustersCommand, ListServicesCommand, ListTaskDefinitionFamiliesCommand, ListTaskDefinitionsCommand } from "@aws-sdk/client-ecs";
import { nameOfArn } from "../../model/arn.ts";
import { type Lookup, valueOf } from "./lookup.ts";

export const clusters: Lookup = async ({ calls, settingsFor, signal }) => {
  const client = new ECSClient(settingsFor("ECS"));
  const input = { maxResults: 100 };
  const { clusterArns = [] } = await calls.read("ListClusters", input, (abortSignal) => client.send(new ListClustersCommand(input), { abortSignal }), signal);
  return clusterArns.flatMap((arn) => valueOf(nameOfArn(arn), "cluster"));
};

export const services: Lookup = async ({ calls, settingsFor, signal }, cluster) => {
  const client = new ECSClient(settingsFor("ECS"));
  const input = { maxResults: 100, ...(cluster !== undefined && { cluster }) };
  const { serviceArns = [] } = await calls.read("ListServices", input, (abortSignal) => client.send(new ListServicesCommand(input), { abortSignal }), signal);
  return serviceArns.flatMap((arn) => valueOf(nameOfArn(arn), "service"));
};

export const families: Lookup = async ({ calls, settingsFor, signal }, familyPrefix) => {
  const client = new ECSClient(settingsFor("ECS"));
  const input = { status: "ACTIVE" as const, maxResults: 100, ...(familyPrefix && { familyPrefix }) };
  const { families: found = [] } = await calls.read("ListTaskDefinitionFamilies", input, (abortSignal) => client.send(new ListTaskDefinitionFamiliesCommand(input), { abortSignal }), signal);
  return found.flatMap((family) => valueOf(family, "family in this account"));
};

export const revisions: Lookup = async ({ calls, settingsFor, signal }, familyPrefix) => {
  const client = new ECSClient(settingsFor("ECS"));
  const input = { familyPrefix, sort: "DESC" as const, status: "ACTIVE" as const, maxResults: 20 };
  const { taskDefinitionArns = [] } = await calls.read("ListTaskDefinitions", input, (abortSignal) => client.send(new ListTaskDefinitionsCommand(input), { abortSignal }), signal);
  return taskDefinitionArns.flatMap((arn) => valueOf(nameOfArn(arn), "active revision"));
};
