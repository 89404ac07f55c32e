import { each, type Check } from "../refusal.ts";
import { containersOf, volumesOf, type Container, type Definition, type Volume } from "./input.ts";

const mounts = ({ mountPoints = [] }: Container, definition: Definition): string | undefined => {
  const unknown = mountPoints.find(
    ({ sourceVolume }) => !volumesOf(definition).some(({ name }) => name === sourceVolume),
  );
  return unknown && `Unknown volume '${unknown.sourceVolume ?? ""}'.`;
};

const volumesFrom = (
  { volumesFrom: sources = [] }: Container,
  definition: Definition,
): string | undefined => {
  const unknown = sources.find(
    ({ sourceContainer }) => !containersOf(definition).some(({ name }) => name === sourceContainer),
  );
  return unknown && `Invalid 'volumesFrom' setting. Unknown container: '${unknown.sourceContainer ?? ""}'.`;
};

const name = ({ name: text = "" }: Volume): string | undefined =>
  /^[a-zA-Z0-9_-]{1,255}$/.test(text) ? undefined : "volume.name contains invalid characters.";

const efs = ({ efsVolumeConfiguration: configuration }: Volume): string | undefined => {
  if (!configuration) return undefined;
  const {
    fileSystemId = "",
    rootDirectory = "/",
    transitEncryption,
    transitEncryptionPort,
    authorizationConfig,
  } = configuration;
  if (fileSystemId === "") return "EFS file system ID cannot be null or blank.";
  if (authorizationConfig?.accessPointId !== undefined && rootDirectory !== "/")
    return 'When using an EFS access point, the root directory must either be set to "/" or be omitted.';
  if (transitEncryption === "ENABLED") return undefined;
  if (authorizationConfig?.iam === "ENABLED")
    return "EFS IAM authorization requires TransitEncryption to be enabled.";
  return !transitEncryptionPort
    ? undefined
    : "TransitEncryptionPort requires that TransitEncryption is enabled.";
};

const configurations = [
  "dockerVolumeConfiguration",
  "efsVolumeConfiguration",
  "fsxWindowsFileServerVolumeConfiguration",
  "s3filesVolumeConfiguration",
] as const;

const oneKind = (volume: Volume): string | undefined => {
  const given = configurations.filter((member) => volume[member] !== undefined);
  if (volume.configuredAtLaunch && (given.length > 0 || volume.host?.sourcePath))
    return `Volume '${volume.name ?? ""}' is configured at launch and cannot have another configuration.`;
  const path = volume.host?.sourcePath === undefined ? 0 : 1;
  return given.length + path > 1 ? "Only one volume configuration can be specified for a volume." : undefined;
};

const s3files = (
  { s3filesVolumeConfiguration: configuration }: Volume,
  { taskRoleArn }: Definition,
): string | undefined => {
  if (!configuration) return undefined;
  if (taskRoleArn === undefined) return "S3 Files volumes require a task role ARN.";
  const { accessPointArn, rootDirectory = "/" } = configuration;
  return accessPointArn !== undefined && rootDirectory !== "/"
    ? 'When using an S3 Files access point, the root directory must either be set to "/" or be omitted.'
    : undefined;
};

const atLaunch: Check<Definition> = (definition) => {
  const mounted = new Set(
    containersOf(definition).flatMap(({ mountPoints = [] }) =>
      mountPoints.map(({ sourceVolume }) => sourceVolume),
    ),
  );
  const unmounted = volumesOf(definition).filter(
    (volume) => volume.configuredAtLaunch && !mounted.has(volume.name),
  );
  return unmounted.length > 0
    ? `Volumes [${unmounted.map((volume) => volume.name).join(", ")}] are not referenced by any of the containers`
    : undefined;
};

export const volumeChecks: readonly Check<Definition>[] = [
  each<Definition, Volume>(volumesOf, name, oneKind, efs, s3files),
  each<Definition, Container>(containersOf, mounts, volumesFrom),
  atLaunch,
];
