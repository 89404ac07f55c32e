import type { Emulator } from "./endpoints.ts";

/** Where emulators answer otherwise than the simulator, and which of them is right. */
export interface Difference {
  /** Name of the case. */
  readonly name: string;
  /** What each of those that differ does. One that does so no more fails its test. */
  readonly found: Partial<Readonly<Record<Emulator, string>>>;
  /** `unknown` where neither documentation nor reports of users tell. */
  readonly right: "simulator" | "unknown";
  readonly why: string;
}

const api = (operation: string): string =>
  `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${operation}.html`;
const takesAnything = { moto: "takes it", MiniStack: "takes it" };

export const differences: readonly Difference[] = [
  {
    name: "a cluster's name has letters, digits, hyphens and underscores only",
    found: takesAnything,
    right: "simulator",
    why: `Documented with clusterName: ${api("CreateCluster")}`,
  },
  {
    name: "tags and settings of a cluster are told when they are asked for",
    found: { moto: "leaves out the tags, and tells the settings unasked" },
    right: "simulator",
    why: `Both are of the list "include", and examples show the lists empty without it: ${api("DescribeClusters")}`,
  },
  {
    name: "a page of clusters has at most 100",
    found: takesAnything,
    right: "simulator",
    why: `Documented with maxResults: ${api("ListClusters")}`,
  },
  {
    name: "a cluster with a service is not deleted",
    found: { moto: "deletes it", MiniStack: "deletes it" },
    right: "simulator",
    why: `ClusterContainsServicesException is documented: ${api("DeleteCluster")}`,
  },
  {
    name: "a deleted cluster is described as inactive and not listed",
    found: { moto: "lists it" },
    right: "simulator",
    why: "Only active clusters are listed by the service.",
  },
  {
    name: "a capacity provider of a cluster must exist",
    found: takesAnything,
    right: "simulator",
    why: `"You must create the capacity provider before": ${api("PutClusterCapacityProviders")}`,
  },
  {
    name: "containers get their defaults",
    found: { moto: "leaves out the protocol", MiniStack: "leaves out the lists and the protocol" },
    right: "simulator",
    why: `The examples of answers have them: ${api("RegisterTaskDefinition")}`,
  },
  {
    name: "a family without containers is refused",
    found: { moto: "takes it", MiniStack: "refuses it in other words" },
    right: "simulator",
    why: "Users report these words.",
  },
  {
    name: "Fargate needs a size",
    found: takesAnything,
    right: "simulator",
    why: `cpu and memory are required for Fargate: ${api("RegisterTaskDefinition")}`,
  },
  {
    name: "a family alone is its newest active revision",
    found: { moto: "gives an inactive one", MiniStack: "gives an inactive one" },
    right: "simulator",
    why: `"family for the latest ACTIVE revision": ${api("DescribeTaskDefinition")}`,
  },
  {
    name: "an unknown task definition cannot be described",
    found: { MiniStack: "adds the name to the message" },
    right: "simulator",
    why: "Users report the message without a name.",
  },
  {
    name: "revisions are listed newest first when asked so",
    found: { moto: "ignores the order" },
    right: "simulator",
    why: `Documented with sort: ${api("ListTaskDefinitions")}`,
  },
  {
    name: "a deregistered revision is inactive, and its family with it",
    found: { moto: "lists the family as active" },
    right: "simulator",
    why: `A family is active while it has an active revision: ${api("ListTaskDefinitionFamilies")}`,
  },
  {
    name: "an active revision is not deleted",
    found: { MiniStack: "deletes it" },
    right: "simulator",
    why: `"You must deregister a task definition revision before you delete it": ${api("DeleteTaskDefinitions")}`,
  },
  {
    name: "a service gets its defaults",
    found: { moto: "has no deployment configuration", MiniStack: "has no platform version" },
    right: "simulator",
    why: `The defaults are documented: ${api("CreateService")}`,
  },
  {
    name: "a service needs a cluster that is there",
    found: { MiniStack: "creates it anyway" },
    right: "simulator",
    why: `ClusterNotFoundException is documented: ${api("CreateService")}`,
  },
  {
    name: "tasks with interfaces of their own need to know where",
    found: takesAnything,
    right: "simulator",
    why: `networkConfiguration is required for awsvpc: ${api("CreateService")}`,
  },
  {
    name: "a service is not created twice",
    found: { moto: "creates it twice", MiniStack: "refuses it by ClientException" },
    right: "simulator",
    why: "Users report this message with InvalidParameterException.",
  },
  {
    name: "a page of services has 10 by default",
    found: { moto: "gives all", MiniStack: "gives all" },
    right: "simulator",
    why: `Documented with maxResults: ${api("ListServices")}`,
  },
  {
    name: "ten services are described at once, not eleven",
    found: takesAnything,
    right: "simulator",
    why: `Documented with services: ${api("DescribeServices")}`,
  },
  {
    name: "an unknown service is missing, not an error, where services are described",
    found: { moto: "makes an ARN without the cluster" },
    right: "unknown",
    why: "No documentation shows the ARN of a service that is not there.",
  },
  {
    name: "an unknown task is missing, not an error, where tasks are described",
    found: { moto: "reports no failure" },
    right: "simulator",
    why: "MISSING: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html",
  },
  {
    name: "which tasks to describe must be said",
    found: { MiniStack: "answers an empty list" },
    right: "simulator",
    why: `tasks is required: ${api("DescribeTasks")}`,
  },
  {
    name: "an unknown task is not stopped",
    found: { moto: "fails with HTTP status 500" },
    right: "simulator",
    why: `InvalidParameterException is documented: ${api("StopTask")}`,
  },
  {
    name: "ten tasks are run at once, not eleven",
    found: takesAnything,
    right: "simulator",
    why: `Documented with count: ${api("RunTask")}`,
  },
  {
    name: "tasks of an unknown service are not listed",
    found: { moto: "answers an empty list", MiniStack: "answers an empty list" },
    right: "simulator",
    why: `ServiceNotFoundException is documented: ${api("ListTasks")}`,
  },
  {
    name: "a task without a place is told of by name, where there is no instance",
    found: { moto: "fails with HTTP status 500", MiniStack: "runs it on no instance" },
    right: "simulator",
    why: "Users report this message.",
  },
  {
    name: "an unknown container instance is missing, not an error",
    found: { moto: "fails with HTTP status 500", MiniStack: "reports no failure" },
    right: "simulator",
    why: "MISSING: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html",
  },
];
