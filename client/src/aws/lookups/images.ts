import { findPages, type Lookup, valueOf } from "./lookup.ts";

export const repositories: Lookup = async ({ calls, clients, signal }) => {
  const { DescribeRepositoriesCommand, ECRClient } = await import("@aws-sdk/client-ecr");
  const client = clients.of(ECRClient, "ECR");
  return findPages(async (next) => {
    const input = { maxResults: 1000, nextToken: next };
    const { repositories: found = [], nextToken } = await calls.read(
      "DescribeRepositories",
      input,
      (abortSignal) => client.send(new DescribeRepositoriesCommand(input), { abortSignal }),
      signal,
    );
    return {
      values: found.flatMap(({ repositoryUri }) => valueOf(repositoryUri, "repository of this account")),
      next: nextToken,
    };
  });
};

/** The tags of a repository, newest first; the scope is the image up to the tag. */
export const imageTags: Lookup = async ({ calls, clients, signal }, image = "") => {
  const [, registryId, repositoryName] = /^(\d{12})\.dkr\.ecr\.[^/]+\/(.+)$/.exec(image) ?? [];
  if (registryId === undefined || repositoryName === undefined) return { values: [], hasMore: true };
  const { DescribeImagesCommand, ECRClient } = await import("@aws-sdk/client-ecr");
  const client = clients.of(ECRClient, "ECR");
  const { values, hasMore } = await findPages(async (next) => {
    const input = {
      registryId,
      repositoryName,
      filter: { tagStatus: "TAGGED" as const },
      maxResults: 1000,
      nextToken: next,
    };
    const { imageDetails = [], nextToken } = await calls.read(
      "DescribeImages",
      input,
      (abortSignal) => client.send(new DescribeImagesCommand(input), { abortSignal }),
      signal,
    );
    return { values: imageDetails, next: nextToken };
  });
  const newestFirst = values.toSorted(
    (a, b) => (b.imagePushedAt?.getTime() ?? 0) - (a.imagePushedAt?.getTime() ?? 0),
  );
  const tagged = newestFirst.flatMap(({ imageTags: tags = [], imagePushedAt }) =>
    tags.flatMap((tag) =>
      valueOf(`${image}:${tag}`, imagePushedAt && `pushed ${imagePushedAt.toISOString().slice(0, 10)}`),
    ),
  );
  return { values: tagged, hasMore };
};
