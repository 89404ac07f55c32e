import type { JsonNode, Span } from "../syntax/jsonNode.ts";

export type SymbolKind = "container" | "volume" | "port";

/** One place where a name is given or used. */
export interface SymbolOccurrence {
  readonly kind: SymbolKind;
  /** The name as it is written, placeholders included. */
  readonly name: string;
  /** The string that holds the name: all of it, but for a link `name:alias`. */
  readonly node: JsonNode;
  readonly role: "definition" | "reference";
  /** The name alone, without quotes and alias: what a rename replaces. */
  readonly span: Span;
  /**
   * The member through which the name is used: `dependsOn`, `links`; for a definition the list that holds it.
   */
  readonly via: string;
}

/**
 * The names of one document: containers, volumes and port mappings. A task definition gives and uses names, a
 * service uses them only.
 */
export class SymbolTable {
  /** In the order of the file. */
  readonly occurrences: readonly SymbolOccurrence[];
  readonly #open: ReadonlySet<SymbolKind>;
  readonly #definitions = new Map<string, SymbolOccurrence>();
  /** The names of each kind, found out with the first that is asked for. */
  readonly #names = new Map<SymbolKind, readonly string[]>();

  /** `open` holds the kinds that may have more names than the file shows. */
  constructor(occurrences: readonly SymbolOccurrence[], open: ReadonlySet<SymbolKind>) {
    this.occurrences = [...occurrences].sort((a, b) => a.span.offset - b.span.offset);
    this.#open = open;
    for (const occurrence of this.occurrences) {
      const key = keyOf(occurrence.kind, occurrence.name);
      if (occurrence.role === "definition" && !this.#definitions.has(key))
        this.#definitions.set(key, occurrence);
    }
  }

  /** Where a name is given; of a name that is given twice the first place. */
  definition(kind: SymbolKind, name: string): SymbolOccurrence | undefined {
    return this.#definitions.get(keyOf(kind, name));
  }

  /** All places that give a name of that kind, repeated names included. */
  definitions(kind: SymbolKind): readonly SymbolOccurrence[] {
    return this.occurrences.filter(
      (occurrence) => occurrence.role === "definition" && occurrence.kind === kind,
    );
  }

  /** The names that the document gives, each once, for completion and for "did you mean". */
  names(kind: SymbolKind): readonly string[] {
    const known = this.#names.get(kind) ?? [...new Set(this.definitions(kind).map(({ name }) => name))];
    this.#names.set(kind, known);
    return known;
  }

  /** Where names of that kind are used. */
  references(kind: SymbolKind): readonly SymbolOccurrence[] {
    return this.occurrences.filter(
      (occurrence) => occurrence.role === "reference" && occurrence.kind === kind,
    );
  }

  /** Every place of a name, where it is given and where it is used. */
  occurrencesOf(kind: SymbolKind, name: string): readonly SymbolOccurrence[] {
    return this.occurrences.filter((occurrence) => occurrence.kind === kind && occurrence.name === name);
  }

  /** The occurrence whose string holds that offset, its quotes included. */
  at(offset: number): SymbolOccurrence | undefined {
    return this.occurrences.find(({ node }) => node.offset <= offset && offset <= node.offset + node.length);
  }

  /**
   * True when a name of that kind may be given that the file does not show: by a placeholder, or in another
   * file.
   */
  isOpen(kind: SymbolKind): boolean {
    return this.#open.has(kind);
  }

  /** The uses of names that nothing gives. None where a placeholder may give or be the name. */
  dangling(kind: SymbolKind): readonly SymbolOccurrence[] {
    if (this.isOpen(kind)) return [];
    return this.references(kind).filter(({ name, node }) => !node.isDynamic && !this.definition(kind, name));
  }
}

/** A path of member names to a name; `*` stands for every element of a list. */
interface Site {
  readonly kind: SymbolKind;
  readonly role: SymbolOccurrence["role"];
  readonly path: readonly string[];
}

const definition = (kind: SymbolKind, ...path: readonly string[]): Site => ({
  kind,
  role: "definition",
  path,
});
const reference = (kind: SymbolKind, ...path: readonly string[]): Site => ({ kind, role: "reference", path });

const containerSites: readonly Site[] = [
  definition("container", "name"),
  definition("port", "portMappings", "*", "name"),
  reference("container", "dependsOn", "*", "containerName"),
  reference("container", "links", "*"),
  reference("container", "volumesFrom", "*", "sourceContainer"),
  reference("volume", "mountPoints", "*", "sourceVolume"),
];

const taskSites: readonly Site[] = [
  definition("volume", "volumes", "*", "name"),
  reference("container", "proxyConfiguration", "containerName"),
  reference("container", "containerOverrides", "*", "name"),
];

/** Of services, task sets and RunTask. */
const serviceSites: readonly Site[] = [
  reference("container", "loadBalancers", "*", "containerName"),
  reference("container", "serviceRegistries", "*", "containerName"),
  reference("container", "overrides", "containerOverrides", "*", "name"),
  reference("port", "serviceConnectConfiguration", "services", "*", "portName"),
  reference("port", "vpcLatticeConfigurations", "*", "portName"),
  reference("port", "gatewayConnectors", "*", "portName"),
  reference("volume", "volumeConfigurations", "*", "name"),
];

/** How the log volumes begin that Elastic Beanstalk adds to Dockerrun.aws.json. */
const beanstalkLogs = "awseb-logs-";

/** What of a task definition holds names. */
interface NamesOfTask {
  readonly root: JsonNode;
  readonly shape: string;
  readonly containers: readonly { readonly node: JsonNode }[];
  /** Whether a placeholder may give more containers than the file shows. */
  readonly hasDynamicContainers: boolean;
}

/** The names that a task definition gives and uses. */
export function symbolsOfTaskDefinition({
  root,
  shape,
  containers,
  hasDynamicContainers,
}: NamesOfTask): SymbolTable {
  const open = new Set<SymbolKind>();
  if (hasDynamicContainers) open.add("container").add("port");
  const mappings = containers.flatMap(({ node }) => node.get("portMappings") ?? []);
  if (mappings.some(mayGiveMoreNames)) open.add("port");
  const volumes = root.get("volumes");
  // A bare list of containers leaves the volumes to the file that takes it in.
  if (shape === "container-list" || (volumes && mayGiveMoreNames(volumes))) open.add("volume");
  const found: SymbolOccurrence[] = [];
  for (const { node } of containers) collectAll(node, containerSites, found);
  collectAll(root, taskSites, found);
  return new SymbolTable(
    shape === "dockerrun" ? found.filter(({ name }) => !name.startsWith(beanstalkLogs)) : found,
    open,
  );
}

/** The names that a service uses; the input of CreateTaskSet and of RunTask has them in the same places. */
export function symbolsOfService({ root }: { readonly root: JsonNode }): SymbolTable {
  const found: SymbolOccurrence[] = [];
  collectAll(root, serviceSites, found);
  return new SymbolTable(found, new Set(["container", "volume", "port"]));
}

function mayGiveMoreNames(list: JsonNode): boolean {
  return list.isDynamic || list.items.some((item) => item.isDynamic || item.get("name")?.isDynamic);
}

function collectAll(from: JsonNode, sites: readonly Site[], found: SymbolOccurrence[]): void {
  for (const site of sites) collect(from, site, 0, found);
}

/** Follows the rest of a site's path. */
function collect(node: JsonNode, site: Site, depth: number, found: SymbolOccurrence[]): void {
  const step = site.path[depth];
  if (step === undefined) {
    if (node.raw) found.push(occurrence(node, node.raw, site));
  } else if (step === "*") {
    for (const item of node.items) collect(item, site, depth + 1, found);
  } else {
    const member = node.get(step);
    if (member) collect(member, site, depth + 1, found);
  }
}

function occurrence(node: JsonNode, text: string, { kind, role, path }: Site): SymbolOccurrence {
  const via = path.length > 1 ? path[0]! : (node.parent?.parent?.key ?? "");
  const name = via === "links" && !node.isDynamic ? text.split(":", 1)[0]! : text;
  return { kind, role, name, node, via, span: { offset: node.content.offset, length: name.length } };
}

function keyOf(kind: SymbolKind, name: string): string {
  return `${kind} ${name}`;
}
