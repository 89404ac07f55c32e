import type { DescribeFileSystemsRequest, DescribeFileSystemsResponse } from "@aws-sdk/client-efs";
import { ApiError } from "../protocol/apiError.ts";
import { operation, type Operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { arn } from "../state/arn.ts";

const describeFileSystems = operation<DescribeFileSystemsRequest, DescribeFileSystemsResponse>(
  "DescribeFileSystems",
  (account, input) => {
    const all = account.resources.fileSystems;
    const found = input.FileSystemId === undefined ? all : all.filter(({ id }) => id === input.FileSystemId);
    if (input.FileSystemId !== undefined && found.length === 0)
      throw new ApiError("FileSystemNotFound", `File system '${input.FileSystemId}' does not exist.`, 404);
    const maxResults = input.MaxItems === undefined ? undefined : Number(input.MaxItems);
    const { items, nextToken } = page(
      found,
      { maxResults, nextToken: input.Marker },
      { default: 100, most: 100 },
    );
    const FileSystems = items.map(({ id, name }) => ({
      OwnerId: account.id,
      CreationToken: id,
      FileSystemId: id,
      FileSystemArn: arn(account, "elasticfilesystem", `file-system/${id}`),
      CreationTime: account.clock.now() - 365 * 86400,
      LifeCycleState: "available" as const,
      Name: name,
      NumberOfMountTargets: 2,
      SizeInBytes: { Value: 6144 },
      PerformanceMode: "generalPurpose" as const,
      Encrypted: true,
      Tags: [{ Key: "Name", Value: name }],
    }));
    return { FileSystems, ...(nextToken !== undefined && { NextMarker: nextToken }) };
  },
);

export const efsOperations: readonly Operation[] = [describeFileSystems];
