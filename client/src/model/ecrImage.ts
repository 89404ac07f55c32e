/** An image in a private registry of Amazon ECR. */
export interface EcrImage {
  /** Account of the registry, twelve digits. */
  readonly registry: string;
  readonly region: string;
  readonly repository: string;
  /** What of the repository is meant: a digest, or a tag where there is none. */
  readonly id: { readonly imageDigest: string } | { readonly imageTag: string };
  /** The reference without tag and digest. */
  readonly uri: string;
}

/** Takes an image of Amazon ECR apart; undefined for an image of another registry. https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
export function ecrImage(image: string): EcrImage | undefined {
  const [, uri, registry, region, repository, tag = "latest", digest] =
    /^((\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.[^/]+\/([^:@]+))(?::([^@]+))?(?:@(.+))?$/.exec(image) ??
    [];
  if (uri === undefined || registry === undefined || region === undefined || repository === undefined)
    return undefined;
  return {
    registry,
    region,
    repository,
    uri,
    id: digest === undefined ? { imageTag: tag } : { imageDigest: digest },
  };
}
