import { partitionOf } from "./arn.ts";

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

/** How the hosts of AWS end in its partitions, where that is not amazonaws.com. */
const domains: ReadonlyMap<string, string> = new Map([
  ["aws-cn", "amazonaws.com.cn"],
  ["aws-eusc", "amazonaws.eu"],
  ["aws-iso", "c2s.ic.gov"],
  ["aws-iso-b", "sc2s.sgov.gov"],
  ["aws-iso-e", "cloud.adc-e.uk"],
  ["aws-iso-f", "csp.hci.ic.gov"],
]);

/** How the hosts of registries end in a partition. https://docs.aws.amazon.com/general/latest/gr/ecr.html */
export function ecrDomain(partition: string): string {
  return domains.get(partition) ?? "amazonaws.com";
}

const ecrDomains: readonly string[] = ["amazonaws.com", "on.aws", ...domains.values()];

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
function parseEcrRegistry(host: string): EcrRegistry | undefined {
  const [, account, region, domain] = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(.+)$/.exec(host) ?? [];
  if (domain === undefined || !ecrDomains.includes(domain)) return undefined;
  return account && region ? { account, region, partition: partitionOf(region) } : undefined;
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
