import { consoleLink, repositoryLink } from "../../../../shared/src/consoleLink.ts";
import { parseImageReference } from "../../../../shared/src/image.ts";
import { partitionOf } from "../../../../shared/src/regions.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";

/** Where a text of a definition leads. */
export interface LinkTarget {
  readonly url: string;
  readonly tooltip: string;
}

const inConsole = "Open in the AWS console";

/** The page that shows what a text names: by its ARN, or by its place where the file says the region. */
export function linkTarget(node: JsonNode, region: string | undefined): LinkTarget | undefined {
  const text = node.string ?? "";
  if (node.key === "image") return imageTarget(text);
  const url = consoleLink(text) ?? consoleLink(arnOf(node, text, region) ?? "");
  return url === undefined ? undefined : { url, tooltip: inConsole };
}

function imageTarget(text: string): LinkTarget | undefined {
  const { ecr, registry, repository } = parseImageReference(text);
  const url = ecr && repositoryLink(ecr, repository);
  if (url) return { url, tooltip: inConsole };
  const isPublic = registry === "public.ecr.aws" && /^[\w.-]+(?:\/[\w.-]+)+$/.test(repository);
  return isPublic
    ? { url: `https://gallery.ecr.aws/${repository}`, tooltip: "Open in the Amazon ECR Public Gallery" }
    : undefined;
}

/** What ids and names stand for, by the member that holds them; of list elements the list's name. */
const kinds: ReadonlyMap<string, { readonly form: RegExp; readonly arn: (id: string) => string }> = new Map(
  Object.entries({
    subnets: { form: /^subnet-[0-9a-f]{8,17}$/, arn: (id: string) => `ec2:REGION::subnet/${id}` },
    securityGroups: { form: /^sg-[0-9a-f]{8,17}$/, arn: (id: string) => `ec2:REGION::security-group/${id}` },
    fileSystemId: {
      form: /^fs-[0-9a-f]{8,40}$/,
      arn: (id: string) => `elasticfilesystem:REGION::file-system/${id}`,
    },
    "awslogs-group": { form: /^[\w./#-]{1,512}$/, arn: (name: string) => `logs:REGION::log-group:${name}` },
    cluster: { form: /^[\w-]{1,255}$/, arn: (name: string) => `ecs:REGION::cluster/${name}` },
    taskDefinition: {
      form: /^[\w-]{1,255}(?::\d{1,9})?$/,
      arn: (name: string) => `ecs:REGION::task-definition/${name}`,
    },
    valueFrom: { form: /^\/[\w./-]{1,1011}$/, arn: (name: string) => `ssm:REGION::parameter${name}` },
  }),
);

function arnOf(node: JsonNode, text: string, known: string | undefined): string | undefined {
  const kind = kinds.get(node.key ?? node.parent?.key ?? "");
  if (!kind?.form.test(text)) return undefined;
  const region = node.parent?.get("awslogs-region")?.string ?? known;
  return region === undefined
    ? undefined
    : `arn:${partitionOf(region)}:${kind.arn(text).replace("REGION", () => region)}`;
}
