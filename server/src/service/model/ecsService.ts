import type { Shape } from "../classify.ts";
import type { JsonNode, Span } from "../jsonNode.ts";
import { symbolsOfService, type SymbolTable } from "./symbols.ts";

/** The input of CreateService or UpdateService as rules and features see it. */
export class EcsService {
  readonly root: JsonNode;
  readonly shape: Shape;
  #symbols: SymbolTable | undefined;

  constructor(root: JsonNode, shape: Shape) {
    this.root = root;
    this.shape = shape;
  }

  /** True for a file that looks like a whole CreateService input, not one whose names come from a tool's own settings. */
  get isWhole(): boolean {
    return this.shape === "plain" && (this.root.filled("cluster") !== undefined || this.root.filled("taskDefinition") !== undefined);
  }

  get launchType(): JsonNode | undefined {
    return this.root.filled("launchType");
  }

  /** The entries of capacityProviderStrategy. */
  get capacityProviders(): readonly JsonNode[] {
    return this.root.get("capacityProviderStrategy")?.items ?? [];
  }

  /** True when every task of the service runs on Fargate: by launch type, or by FARGATE providers only. */
  get isFargate(): boolean {
    if (this.launchType) return this.launchType.string === "FARGATE";
    const names = this.capacityProviders.map((entry) => entry.get("capacityProvider")?.string);
    return names.length > 0 && names.every((name) => name === "FARGATE" || name === "FARGATE_SPOT");
  }

  get isDaemon(): boolean {
    return this.root.get("schedulingStrategy")?.string === "DAEMON";
  }

  /** The deployment controller: ECS unless the file names another; undefined when it is dynamic. */
  get controller(): string | undefined {
    const type = this.root.at("deploymentController", "type");
    return type ? type.string : "ECS";
  }

  /** The deployment strategy where the file gives one. */
  get strategy(): JsonNode | undefined {
    return this.root.at("deploymentConfiguration", "strategy");
  }

  get loadBalancers(): readonly JsonNode[] {
    return this.root.get("loadBalancers")?.items ?? [];
  }

  /** The names of containers, volumes and port mappings that the service uses. */
  get symbols(): SymbolTable {
    return (this.#symbols ??= symbolsOfService(this));
  }

  get place(): Span {
    return this.root.opening;
  }
}

/** The family that a `taskDefinition` value names: of `family`, `family:revision` or an ARN. */
export function familyOf(taskDefinition: string | undefined): string | undefined {
  return /^(?:arn:[^/]*:task-definition\/)?([\w-]+)(?::\d+)?$/.exec(taskDefinition ?? "")?.[1];
}
