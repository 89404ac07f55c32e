import type { ContainerDefinition, RegisterTaskDefinitionRequest } from "@aws-sdk/client-ecs";
import type { Wire } from "../../../protocol/wire.ts";

export type Definition = Wire<RegisterTaskDefinitionRequest>;
export type Container = Wire<ContainerDefinition>;
export type PortMapping = NonNullable<Container["portMappings"]>[number];
export type Volume = NonNullable<Definition["volumes"]>[number];

export const containersOf = ({ containerDefinitions = [] }: Definition): readonly Container[] =>
  containerDefinitions;

export const volumesOf = ({ volumes = [] }: Definition): readonly Volume[] => volumes;

export const isFargate = ({ requiresCompatibilities = [] }: Definition): boolean =>
  requiresCompatibilities.includes("FARGATE");

export const isAwsvpc = ({ networkMode }: Definition): boolean => networkMode === "awsvpc";

export const isWindows = ({ runtimePlatform }: Definition): boolean =>
  runtimePlatform?.operatingSystemFamily?.startsWith("WINDOWS") ?? false;
