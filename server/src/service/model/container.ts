import type { JsonNode, Span } from "../syntax/jsonNode.ts";
import { imageProblem, parseImageReference, type ImageReference } from "../../../../shared/src/image.ts";

interface ParsedImage {
  readonly reference: ImageReference;
  readonly problem: string | undefined;
}

/** One container definition. */
export class Container {
  readonly node: JsonNode;
  /** Position in the list, from 0. */
  readonly index: number;
  #image: ParsedImage | undefined;
  #variableNames: readonly JsonNode[] | undefined;
  #secretNames: readonly JsonNode[] | undefined;

  constructor(node: JsonNode, index: number) {
    this.node = node;
    this.index = index;
  }

  get name(): string | undefined {
    return this.node.filled("name")?.string;
  }

  /** How messages call it: by its name, else by its position. */
  get label(): string {
    return this.name === undefined ? `container ${this.index + 1}` : `"${this.name}"`;
  }

  /** A container without the member counts as essential, and so does one whose value is not known. */
  get isEssential(): boolean {
    return this.node.get("essential")?.boolean ?? true;
  }

  /** Where to point when the container lacks a member: its name, else its opening bracket. */
  get place(): Span {
    return this.node.get("name") ?? this.node.opening;
  }

  /** The image, taken apart. */
  get image(): ImageReference | undefined {
    return this.#parsedImage()?.reference;
  }

  /** Why the image cannot be pulled; undefined when nothing speaks against it, or there is none. */
  get imageProblem(): string | undefined {
    return this.#parsedImage()?.problem;
  }

  /** The names of the entries of `environment`, where they have one. */
  get variableNames(): readonly JsonNode[] {
    return (this.#variableNames ??= namesIn(this.node.get("environment")));
  }

  /** The names of the entries of `secrets`, where they have one. */
  get secretNames(): readonly JsonNode[] {
    return (this.#secretNames ??= namesIn(this.node.get("secrets")));
  }

  get portMappings(): readonly JsonNode[] {
    return this.node.get("portMappings")?.items ?? [];
  }

  /** The entries of dependsOn. */
  get dependsOn(): readonly JsonNode[] {
    return this.node.get("dependsOn")?.items ?? [];
  }

  get healthCheck(): JsonNode | undefined {
    return this.node.filled("healthCheck");
  }

  get logConfiguration(): JsonNode | undefined {
    return this.node.filled("logConfiguration");
  }

  /** The options of the log driver. */
  get logOptions(): JsonNode | undefined {
    return this.logConfiguration?.get("options");
  }

  /** What makes the container a FireLens log router. */
  get firelens(): JsonNode | undefined {
    return this.node.get("firelensConfiguration");
  }

  /** The entries of ulimits. */
  get ulimits(): readonly JsonNode[] {
    return this.node.get("ulimits")?.items ?? [];
  }

  /** The entries of systemControls. */
  get systemControls(): readonly JsonNode[] {
    return this.node.get("systemControls")?.items ?? [];
  }

  get logDriver(): JsonNode | undefined {
    return this.node.get("logConfiguration")?.get("logDriver");
  }

  /** Many rules look at the image, so that it is parsed once. */
  #parsedImage(): ParsedImage | undefined {
    if (this.#image) return this.#image;
    const text = this.node.filled("image")?.string;
    if (text === undefined) return undefined;
    return (this.#image = { reference: parseImageReference(text), problem: imageProblem(text) });
  }
}

function namesIn(list: JsonNode | undefined): readonly JsonNode[] {
  return (list?.items ?? []).flatMap((entry) => entry.filled("name") ?? []);
}
