import type { Shape } from "../classify.ts";
import type { JsonNode, Span } from "../jsonNode.ts";
import { Container } from "./container.ts";

/** A task definition as rules and features see it. Whatever is absent, empty or dynamic gives undefined. */
export class TaskDefinition {
  readonly root: JsonNode;
  readonly shape: Shape;
  /** The containers, in the order of the file. */
  readonly containers: readonly Container[];
  readonly #byName: ReadonlyMap<string, Container>;

  constructor(root: JsonNode, shape: Shape) {
    this.root = root;
    this.shape = shape;
    const list = shape === "container-list" ? root : root.get("containerDefinitions");
    this.containers = (list?.items ?? []).filter((item) => item.type === "object").map((item, index) => new Container(item, index));
    this.#byName = new Map(this.containers.flatMap((container) => (container.name === undefined ? [] : [[container.name, container] as const])));
  }

  /** True when the task-level members belong here, so that their absence means something. */
  get isWhole(): boolean {
    return this.shape === "plain" || this.shape === "wrapped";
  }

  get family(): JsonNode | undefined {
    return this.root.filled("family");
  }

  get networkMode(): JsonNode | undefined {
    return this.root.filled("networkMode");
  }

  /** The entries of requiresCompatibilities, placeholders left out. */
  get compatibilities(): readonly string[] {
    return (this.root.get("requiresCompatibilities")?.items ?? []).flatMap((item) => item.string ?? []);
  }

  /** True when AWS checks the limits of Fargate at registration: FARGATE is among requiresCompatibilities. */
  get isFargate(): boolean {
    return this.compatibilities.includes("FARGATE");
  }

  /** True when requiresCompatibilities names launch types, and only this one. */
  isOnly(launchType: string): boolean {
    const { compatibilities } = this;
    return compatibilities.length > 0 && compatibilities.every((value) => value === launchType);
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
    return (this.root.get("volumes")?.items ?? []).filter((item) => item.type === "object");
  }

  container(name: string | undefined): Container | undefined {
    return name === undefined ? undefined : this.#byName.get(name);
  }

  /** True when a name may belong to a container that is known only after substitution. */
  get hasDynamicContainers(): boolean {
    const list = this.shape === "container-list" ? this.root : this.root.get("containerDefinitions");
    return (list?.isDynamic ?? false) || (list?.items.some((item) => item.isDynamic || item.get("name")?.isDynamic) ?? false);
  }

  /** Where to point when a task-level member is missing: the file's opening bracket. */
  get place(): Span {
    return this.root.opening;
  }
}
