import type { DescribeRepositoriesRequest, DescribeRepositoriesResponse } from "@aws-sdk/client-ecr";
import { operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { repositoryArn, repositoryUri, requireRepository } from "./repositories.ts";

export const describeRepositories = operation<DescribeRepositoriesRequest, DescribeRepositoriesResponse>(
  "DescribeRepositories",
  (account, input) => {
    const found =
      input.repositoryNames?.map((name) => requireRepository(account, name)) ??
      account.resources.repositories;
    const { items, ...rest } = page(found, input, { default: 100, most: 1000 });
    const repositories = items.map(({ name }) => ({
      repositoryArn: repositoryArn(account, name),
      registryId: account.id,
      repositoryName: name,
      repositoryUri: repositoryUri(account, name),
      createdAt: account.clock.now() - 365 * 86400,
      imageTagMutability: "MUTABLE" as const,
      imageScanningConfiguration: { scanOnPush: true },
    }));
    return { repositories, ...rest };
  },
);
