import { partitionOfRegion, partitions } from "./regions.ts";

/** Where a private repository of Amazon ECR is. */
export interface EcrRegistry {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** A container image as it is written in `image`. */
export interface ImageReference {
  /** Host, with its port if it has one; absent for Docker Hub. */
  readonly registry?: string;
  /** Path of the repository in its registry: `library/nginx`, `orders/web`. */
  readonly repository: string;
  readonly tag?: string;
  /** With its algorithm: `sha256:…`. */
  readonly digest?: string;
  /** Set for private repositories of Amazon ECR. */
  readonly ecr?: EcrRegistry;
}

/**
 * Takes the name of an image apart, whether its parts are valid or not.
 * https://github.com/distribution/reference/blob/main/reference.go
 */
export function parseImageReference(text: string): ImageReference {
  const [name = "", digest] = splitAt(text, text.indexOf("@"));
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  const registry = isHost(first) ? first : undefined;
  const rest = registry === undefined ? name : name.slice(slash + 1);
  const [repository = "", tag] = splitAt(rest, rest.indexOf(":", rest.lastIndexOf("/") + 1));
  const ecr = registry === undefined ? undefined : parseEcrRegistry(registry);
  return {
    repository,
    ...(registry !== undefined && { registry }),
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
    ...(ecr && { ecr }),
  };
}

/** The first part of a path is a host when it cannot be the name of a Docker Hub account. */
function isHost(part: string): boolean {
  return part === "localhost" || /[.:]/.test(part);
}

function splitAt(text: string, index: number): [string, string?] {
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

/** How the hosts of registries end: https://docs.aws.amazon.com/general/latest/gr/ecr.html */
const ecrDomains: ReadonlySet<string> = new Set(["on.aws", ...partitions.map(({ dnsSuffix }) => dnsSuffix)]);

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
function parseEcrRegistry(host: string): EcrRegistry | undefined {
  const [, account, region, domain] = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(.+)$/.exec(host) ?? [];
  if (domain === undefined || !ecrDomains.has(domain)) return undefined;
  return account && region ? { account, region, partition: partitionOfRegion(region).id } : undefined;
}

/** An image of a private registry of Amazon ECR, as its API takes it. */
export interface EcrImage extends EcrRegistry {
  readonly repository: string;
  /** What of the repository is meant: a digest, or a tag where there is none. */
  readonly id: { readonly imageDigest: string } | { readonly imageTag: string };
  /** The reference without tag and digest. */
  readonly uri: string;
}

/** Takes an image of a private registry of Amazon ECR apart; undefined for an image of another registry. */
export function ecrImage(text: string): EcrImage | undefined {
  const { ecr, registry = "", repository, tag = "latest", digest } = parseImageReference(text);
  if (!ecr || repository === "") return undefined;
  const id = digest === undefined ? { imageTag: tag } : { imageDigest: digest };
  return { ...ecr, repository, id, uri: `${registry}/${repository}` };
}

/** An image as short as it stays clear: the registry's host left out, a digest cut to seven digits. */
export function shortImage(text: string): string {
  const { registry } = parseImageReference(text);
  const path = registry === undefined ? text : text.slice(registry.length + 1);
  return path.replace(/@sha256:([0-9a-f]{7})[0-9a-f]*$/, "@$1");
}

/** Why a registry or Docker would not take an image reference; undefined when nothing speaks against it. */
export function imageProblem(text: string): string | undefined {
  if (/\s/.test(text)) return "it holds white space";
  const scheme = /^https?:\/\//i.exec(text)?.[0];
  if (scheme) return `an image has no "${scheme}" in front`;
  const { repository, tag, digest } = parseImageReference(text);
  if (/[A-Z]/.test(repository)) return "the path of a repository is in lower case";
  if (tag?.includes(":")) return "it has more than one tag";
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag))
    return tag === "" ? "no tag follows the colon" : `"${tag}" cannot be a tag`;
  if (digest?.startsWith("sha256:") && !/^sha256:[0-9a-f]{64}$/.test(digest))
    return "a sha256 digest has 64 hexadecimal digits";
  if (digest !== undefined && !/^[a-z0-9+._-]+:[0-9a-f]{32,}$/.test(digest))
    return `"${digest}" is not a digest such as sha256:…`;
  return undefined;
}
