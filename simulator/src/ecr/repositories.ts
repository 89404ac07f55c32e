import { createHash } from "node:crypto";
import { ApiError } from "../protocol/apiError.ts";
import { imageDigest } from "../imageDigest.ts";
import { arn } from "../state/arn.ts";
import type { Repository, RepositoryImage } from "../state/resources.ts";
import type { Account } from "../state/types.ts";

/** Finds a repository of the account; throws RepositoryNotFoundException. */
export function requireRepository(account: Account, name = ""): Repository {
  const repository = account.resources.repositories.find((candidate) => candidate.name === name);
  if (repository) return repository;
  const text = `The repository with name '${name}' does not exist in the registry with id '${account.id}'`;
  throw new ApiError("RepositoryNotFoundException", text);
}

export const repositoryArn = (account: Account, name: string): string =>
  arn(account, "ecr", `repository/${name}`);

export const repositoryUri = ({ id, region }: Account, name: string): string =>
  `${id}.dkr.ecr.${region}.amazonaws.com/${name}`;

/** The digest that a task of the image shows, too. */
export const digestOf = (account: Account, repository: Repository, image: RepositoryImage): string =>
  imageDigest(`${repositoryUri(account, repository.name)}:${image.tags[0] ?? "untagged"}`);

const manifestTypes = {
  image: "application/vnd.docker.distribution.manifest.v2+json",
  list: "application/vnd.docker.distribution.manifest.list.v2+json",
} as const;

export const manifestType = ({ architectures = [] }: RepositoryImage): string =>
  architectures.length > 1 ? manifestTypes.list : manifestTypes.image;

const partDigest = (digest: string, part: string): string =>
  `sha256:${createHash("sha256")
    .update(digest + part)
    .digest("hex")}`;

/** The digest of the layer that tells an image's platform. */
export const configDigest = (digest: string): string => partDigest(digest, "config");

/** The image's manifest; with several architectures, the list of those of each. */
export function manifestOf(digest: string, image: RepositoryImage): string {
  const { architectures = ["amd64"] } = image;
  const platforms = architectures.map((architecture) => ({
    mediaType: manifestTypes.image,
    digest: partDigest(digest, architecture),
    size: 1780,
    platform: { architecture, os: "linux" },
  }));
  const config = {
    mediaType: "application/vnd.docker.container.image.v1+json",
    size: 7023,
    digest: configDigest(digest),
  };
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType(image),
    ...(architectures.length > 1 ? { manifests: platforms } : { config, layers: [] }),
  });
}
