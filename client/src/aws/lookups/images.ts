import { type Lookup, valueOf } from "./lookup.ts";

export const repositories: Lookup = async ({ calls, settingsFor, signal }) => {
  const { DescribeRepositoriesCommand, ECRClient } = await import("@aws-sdk/client-ecr");
  const client = new ECRClient(settingsFor("ECR"));
  const input = { maxResults: 1000 };
  const { repositories: found = [] } = await calls.read("DescribeRepositories", input, (abortSignal) => client.send(new DescribeRepositoriesCommand(input), { abortSignal }), signal);
  return found.flatMap(({ repositoryUri }) => valueOf(repositoryUri, "repository of this account"));
};

/** The tags of a repository, newest first; the scope is the image up to the tag. */
export const imageTags: Lookup = async ({ calls, settingsFor, signal }, image = "") => {
  const repositoryName = /^\d{12}\.dkr\.ecr\.[^/]+\/(.+)$/.exec(image)?.[1];
  if (repositoryName === undefined) return [];
  const { DescribeImagesCommand, ECRClient } = await import("@aws-sdk/client-ecr");
  const client = new ECRClient(settingsFor("ECR"));
  const input = { repositoryName, filter: { tagStatus: "TAGGED" as const }, maxResults: 1000 };
  const { imageDetails = [] } = await calls.read("DescribeImages", input, (abortSignal) => client.send(new DescribeImagesCommand(input), { abortSignal }), signal);
  const newestFirst = imageDetails.toSorted((a, b) => (b.imagePushedAt?.getTime() ?? 0) - (a.imagePushedAt?.getTime() ?? 0));
  return newestFirst.flatMap(({ imageTags: tags = [], imagePushedAt }) => tags.flatMap((tag) => valueOf(`${image}:${tag}`, imagePushedAt && `pushed ${imagePushedAt.toISOString().slice(0, 10)}`)));
};
