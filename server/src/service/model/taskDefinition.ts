import type { Shape } from "../documents/classify.ts";
import { readOnlyMembers } from "../../../../shared/src/readOnlyMembers.ts";
import type { JsonNode, Span } from "../syntax/jsonNode.ts";
import { Container } from "./container.ts";
import { firstRegion } from "./region.ts";
import { symbolsOfTaskDefinition, type SymbolTable } from "./symbols.ts";
import { parseTaskCpu, parseTaskMemory } from "./taskSize.ts";

/** A task definition as rules and features see it. Whatever is absent, empty or dynamic gives undefined. */
export class TaskDefinition {
  readonly root: JsonNode;
  readonly shape: Shape;
  /** The containers, in the order of the file. */
  readonly containers: readonly Container[];
  readonly #byName: ReadonlyMap<string, Container>;
  #compatibilities: readonly string[] | undefined;
  #portMappings: readonly JsonNode[] | undefined;
  #volumes: readonly JsonNode[] | undefined;
  #symbols: SymbolTable | undefined;
  #namedRegion: string | undefined | null = null;

  constructor(root: JsonNode, shape: Shape) {
    this.root = root;
    this.shape = shape;
    const list = shape === "container-list" ? root : root.get("containerDefinitions");
    this.containers = (list?.items ?? [])
      .filter((item) => item.type === "object")
      .map((item, index) => new Container(item, index));
    this.#byName = new Map(
      this.containers.flatMap((container) =>
        container.name === undefined ? [] : [[container.name, container] as const],
      ),
    );
  }

  /** True when the task-level members belong here, so that their absence means something. */
  get isWhole(): boolean {
    return this.shape === "plain" || this.shape === "wrapped";
  }

  /** True for the output of DescribeTaskDefinition, perhaps edited: what AWS registered once. */
  get isDescribed(): boolean {
    return (
      this.shape === "wrapped" ||
      readOnlyMembers.taskDefinition.some((key) => this.root.get(key) !== undefined)
    );
  }

  /** The region that the definition names first, looked for once; undefined when it names none. */
  get namedRegion(): string | undefined {
    if (this.#namedRegion === null) this.#namedRegion = firstRegion(this.root);
    return this.#namedRegion;
  }

  get family(): JsonNode | undefined {
    return this.root.filled("family");
  }

  get networkMode(): JsonNode | undefined {
    return this.root.filled("networkMode");
  }

  /** The task-level `cpu`. */
  get cpu(): JsonNode | undefined {
    return this.root.filled("cpu");
  }

  /** The task-level `memory`. */
  get memory(): JsonNode | undefined {
    return this.root.filled("memory");
  }

  /** CPU units of the task. */
  get cpuUnits(): number | undefined {
    const text = this.cpu?.string;
    return text === undefined ? undefined : parseTaskCpu(text);
  }

  /** Memory of the task, MiB. */
  get mebibytes(): number | undefined {
    const text = this.memory?.string;
    return text === undefined ? undefined : parseTaskMemory(text);
  }

  get executionRole(): JsonNode | undefined {
    return this.root.filled("executionRoleArn");
  }

  get taskRole(): JsonNode | undefined {
    return this.root.filled("taskRoleArn");
  }

  /** The entries of requiresCompatibilities, placeholders left out. */
  get compatibilities(): readonly string[] {
    this.#compatibilities ??= this.#compatibilityNodes.flatMap((item) => item.string ?? []);
    return this.#compatibilities;
  }

  /** Where requiresCompatibilities names a launch type. */
  compatibility(launchType: string): JsonNode | undefined {
    return this.#compatibilityNodes.find((item) => item.string === launchType);
  }

  /** True when AWS checks the limits of Fargate at registration: FARGATE is among requiresCompatibilities. */
  get isFargate(): boolean {
    return this.compatibilities.includes("FARGATE");
  }

  /** True when requiresCompatibilities names launch types, and only this one. */
  isOnly(launchType: string): boolean {
    const nodes = this.#compatibilityNodes;
    return nodes.length > 0 && nodes.every((item) => item.string === launchType);
  }

  /** True when requiresCompatibilities names launch types, and none of them can be this one. */
  excludes(launchType: string): boolean {
    const nodes = this.#compatibilityNodes;
    return nodes.length > 0 && nodes.every((item) => item.string !== undefined && item.string !== launchType);
  }

  /**
   * True when requiresCompatibilities is left out or excludes this launch type: false where a placeholder may
   * bring it.
   */
  lacks(launchType: string): boolean {
    return this.root.filled("requiresCompatibilities") === undefined || this.excludes(launchType);
  }

  get #compatibilityNodes(): readonly JsonNode[] {
    return this.root.get("requiresCompatibilities")?.items ?? [];
  }

  /**
   * The network mode that the task runs in: bridge where a whole file names none and Fargate does not demand
   * awsvpc. Undefined when it cannot be known.
   */
  get effectiveNetworkMode(): string | undefined {
    if (this.networkMode) return this.networkMode.string;
    const runsOnInstances = this.isWhole && this.lacks("FARGATE") && this.lacks("MANAGED_INSTANCES");
    return runsOnInstances || this.shape === "dockerrun" ? "bridge" : undefined;
  }

  get isAwsvpc(): boolean {
    return this.networkMode?.string === "awsvpc";
  }

  /** The OS family where the file gives one: LINUX or WINDOWS_SERVER_…. */
  get osFamily(): JsonNode | undefined {
    return this.root.at("runtimePlatform", "operatingSystemFamily");
  }

  get isWindows(): boolean {
    return this.osFamily?.string?.startsWith("WINDOWS") ?? false;
  }

  get volumes(): readonly JsonNode[] {
    return (this.#volumes ??= (this.root.get("volumes")?.items ?? []).filter(
      (item) => item.type === "object",
    ));
  }

  /** The port mappings of all containers. */
  get portMappings(): readonly JsonNode[] {
    return (this.#portMappings ??= this.containers.flatMap((container) => container.portMappings));
  }

  /** The containers that route logs with FireLens: one, if all is well. */
  get logRouters(): readonly Container[] {
    return this.containers.filter(({ firelens }) => firelens !== undefined);
  }

  container(name: string | undefined): Container | undefined {
    return name === undefined ? undefined : this.#byName.get(name);
  }

  /** True when a name may belong to a container that is known only after substitution. */
  get hasDynamicContainers(): boolean {
    const list = this.shape === "container-list" ? this.root : this.root.get("containerDefinitions");
    return (
      (list?.isDynamic ?? false) ||
      (list?.items.some((item) => item.isDynamic || item.get("name")?.isDynamic) ?? false)
    );
  }

  /** The names of containers, volumes and port mappings: where they are given and used. */
  get symbols(): SymbolTable {
    return (this.#symbols ??= symbolsOfTaskDefinition(this));
  }

  /** Where to point when a task-level member is missing: the file's opening bracket. */
  get place(): Span {
    return this.root.opening;
  }
}
