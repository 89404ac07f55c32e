import { repeated, type Check } from "../refusal.ts";
import type { ServiceInput } from "./input.ts";

const dnsName = /^[a-z0-9_.][a-z0-9_.-]{0,126}$/;
const badDnsName =
  "The DNS name that you provided is invalid. The name must be a valid DNS name but doesn't need to be fully-qualified. Up to 127 characters are allowed. The characters can include lowercase letters, numbers, underscores (_), hyphens (-), and periods (.). A hyphen can't be the first character.";

const namespace: Check<ServiceInput> = ({ request, cluster }) => {
  const { serviceConnectConfiguration: configuration } = request;
  const known = configuration?.namespace ?? cluster.record.serviceConnectDefaults?.namespace;
  return configuration?.enabled && known === undefined ? "Namespace is missing" : undefined;
};

const services: Check<ServiceInput> = ({ request, definition }) => {
  const { enabled = false, services: all = [] } = request.serviceConnectConfiguration ?? {};
  if (!enabled) return undefined;
  const names = (definition?.record.containerDefinitions ?? []).flatMap(({ portMappings = [] }) =>
    portMappings.flatMap(({ name }) => name ?? []),
  );
  for (const { portName = "", clientAliases = [] } of all) {
    if (clientAliases.length > 1) return `${clientAliases.length} clientAliases exceeds the max limit of 1`;
    if (clientAliases.some(({ dnsName: name }) => name !== undefined && !dnsName.test(name)))
      return badDnsName;
    if (!names.includes(portName))
      return `portName(${portName}) does not refer to any named PortMapping in the task definition.`;
  }
  const twice = repeated(all.map(({ portName, discoveryName = portName }) => discoveryName));
  return twice === undefined ? undefined : `discoveryName(${twice}) is used more than once.`;
};

export const executeCommand: Check<ServiceInput> = ({ request, definition, attempt }) =>
  request.enableExecuteCommand && definition && definition.record.taskRoleArn === undefined
    ? `${attempt} because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.`
    : undefined;

export const connectChecks: readonly Check<ServiceInput>[] = [namespace, services, executeCommand];
