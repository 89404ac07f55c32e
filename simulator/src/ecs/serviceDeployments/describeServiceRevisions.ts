import type { DescribeServiceRevisionsRequest, DescribeServiceRevisionsResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { findServiceRevision } from "../../state/serviceRevision.ts";
import { missing } from "../failures.ts";

export const describeServiceRevisions = operation<
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse
>("DescribeServiceRevisions", (account, input) => {
  const arns = input.serviceRevisionArns ?? [];
  if (arns.length === 0) throw invalidParameter("serviceRevisionArns cannot be empty.");
  if (arns.length > 20) throw invalidParameter("serviceRevisionArns cannot have more than 20 elements.");
  return {
    serviceRevisions: arns.flatMap((arn) => findServiceRevision(account, arn)?.record ?? []),
    failures: missing(
      account,
      "",
      arns.filter((arn) => !findServiceRevision(account, arn)),
    ),
  };
});
