import type { Shape } from "../documents/classify.ts";
import type { JsonNode, Span } from "../syntax/jsonNode.ts";
import { symbolsOfService, type SymbolTable } from "./symbols.ts";

/** The input of CreateService or UpdateService as rules and features see it. */
export class EcsService {
  readonly root: JsonNode;
  readonly shape: Shape;
  /** The members that the host of the definition gives a value where the file has none. */
  readonly supplied: ReadonlySet<string>;
  #symbols: SymbolTable | undefined;
  #connectServices: readonly JsonNode[] | undefined;

  constructor(root: JsonNode, shape: Shape, supplied: ReadonlySet<string> = new Set()) {
    this.root = root;
    this.shape = shape;
    this.supplied = supplied;
  }

  /**
   * True for a file that looks like a whole CreateService input, not one whose names come from a tool's own
   * settings.
   */
  get isWhole(): boolean {
    return (
      this.shape === "plain" &&
      (this.root.filled("cluster") !== undefined || this.root.filled("taskDefinition") !== undefined)
    );
  }

  /** True for the input of UpdateService: what it leaves out keeps the value that the service has. */
  get isUpdate(): boolean {
    return this.shape === "update";
  }

  /** True for the output of DescribeServices, which shows members that no call takes. */
  get isDescribed(): boolean {
    return this.shape === "wrapped";
  }

  get launchType(): JsonNode | undefined {
    return this.root.filled("launchType");
  }

  /** The entries of capacityProviderStrategy. */
  get capacityProviders(): readonly JsonNode[] {
    return this.entries("capacityProviderStrategy");
  }

  /** The entries of capacityProviderStrategy that name a provider of Fargate. */
  get fargateProviders(): readonly JsonNode[] {
    return this.capacityProviders.filter((entry) => isFargateProvider(entry.get("capacityProvider")?.string));
  }

  /** True when every task of the service runs on Fargate: by launch type, or by FARGATE providers only. */
  get isFargate(): boolean {
    if (this.launchType) return this.launchType.string === "FARGATE";
    return this.fargateProviders.length > 0 && this.fargateProviders.length === this.capacityProviders.length;
  }

  /** Where the file chooses Fargate: the launch type, else the strategy. */
  get capacityChoice(): JsonNode | undefined {
    return this.launchType ?? this.root.filled("capacityProviderStrategy");
  }

  get isDaemon(): boolean {
    return this.root.get("schedulingStrategy")?.string === "DAEMON";
  }

  /** A service is REPLICA unless the file says otherwise; an update does not change it. */
  get isReplica(): boolean {
    const strategy = this.root.filled("schedulingStrategy");
    return strategy === undefined || strategy.string === "REPLICA";
  }

  get desiredCount(): number | undefined {
    return this.root.get("desiredCount")?.integer;
  }

  /** The deployment controller: ECS unless the file names another; undefined when it is dynamic. */
  get controller(): string | undefined {
    const type = this.root.get("deploymentController")?.filled("type");
    return type ? type.string : "ECS";
  }

  /** True for the controllers that are not ECS itself. */
  get isControlledElsewhere(): boolean {
    return this.controller === "CODE_DEPLOY" || this.controller === "EXTERNAL";
  }

  /** A member of deploymentConfiguration; undefined where it is empty. */
  deployment(key: string): JsonNode | undefined {
    return this.root.get("deploymentConfiguration")?.filled(key);
  }

  /** The deployment strategy where the file gives one. */
  get strategy(): JsonNode | undefined {
    return this.deployment("strategy");
  }

  /** The deployment strategy: ROLLING where a creation names none; undefined when it cannot be known. */
  get effectiveStrategy(): string | undefined {
    if (this.strategy) return this.strategy.string;
    return this.isUpdate || this.root.get("deploymentConfiguration")?.isDynamic ? undefined : "ROLLING";
  }

  /** True when traffic moves from one set of tasks to another: BLUE_GREEN, LINEAR or CANARY. */
  get shiftsTraffic(): boolean {
    return ["BLUE_GREEN", "LINEAR", "CANARY"].includes(this.strategy?.string ?? "");
  }

  get loadBalancers(): readonly JsonNode[] {
    return this.entries("loadBalancers");
  }

  /** The serviceConnectConfiguration where it is switched on. */
  get serviceConnect(): JsonNode | undefined {
    const configuration = this.root.get("serviceConnectConfiguration");
    return configuration?.get("enabled")?.boolean === true ? configuration : undefined;
  }

  /** The services that Service Connect offers. */
  get connectServices(): readonly JsonNode[] {
    this.#connectServices ??= entriesOf(this.root.at("serviceConnectConfiguration", "services"));
    return this.#connectServices;
  }

  /** The awsvpcConfiguration, which a placeholder may give. */
  get awsvpcConfiguration(): JsonNode | undefined {
    const network = this.root.filled("networkConfiguration");
    return network?.isDynamic ? network : network?.filled("awsvpcConfiguration");
  }

  /** The EBS volumes that ECS makes for each task, those of which nothing is known yet included. */
  get managedVolumes(): readonly JsonNode[] {
    const volumes = this.entries("volumeConfigurations").flatMap(
      (entry) => entry.filled("managedEBSVolume") ?? [],
    );
    return volumes.filter((volume) => volume.type === "object" || volume.isDynamic);
  }

  /** The objects of a list at the top of the file, as {@link entriesOf} gives them. */
  entries(key: string): readonly JsonNode[] {
    return entriesOf(this.root.get(key));
  }

  /** The names of containers, volumes and port mappings that the service uses. */
  get symbols(): SymbolTable {
    return (this.#symbols ??= symbolsOfService(this));
  }

  get place(): Span {
    return this.root.opening;
  }
}

export function isFargateProvider(name: string | undefined): boolean {
  return name === "FARGATE" || name === "FARGATE_SPOT";
}

/**
 * The objects of a list: without placeholders, and without those of a CLI skeleton that nobody has filled in,
 * such as `{ "containerName": "", "containerPort": 0 }`.
 */
export function entriesOf(list: JsonNode | undefined): readonly JsonNode[] {
  return (list?.items ?? []).filter(
    (item) => item.type === "object" && !item.isDynamic && (item.isEmpty || !isBlank(item)),
  );
}

function isBlank(node: JsonNode): boolean {
  if (node.isDynamic) return false;
  if (node.type === "object") return node.members.every(isBlank);
  if (node.type === "array") return node.items.every(isBlank);
  return node.type === "null" || node.isEmpty || node.number === 0 || node.boolean === false;
}

/** The family that a `taskDefinition` value names: of `family`, `family:revision` or an ARN. */
export function familyOf(taskDefinition: string | undefined): string | undefined {
  return /^(?:arn:[^/]*:task-definition\/)?([\w-]+)(?::\d+)?$/.exec(taskDefinition ?? "")?.[1];
}
