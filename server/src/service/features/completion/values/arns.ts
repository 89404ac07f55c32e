import { dnsSuffixOf, partitionOf } from "../../../../../../shared/src/regions.ts";
import { firstRegion } from "../../../model/region.ts";
import type { CursorSite, ValueProvider } from "../cursorSite.ts";
import { type Suggestion, snippet } from "../suggestion.ts";
import { type Stop, text, textOf, TextWithStops } from "../../scaffolds/template.ts";

/**
 * The forms in which secrets, roles, files and target groups are named, with stops for what only the user
 * knows.
 */
export const arns: readonly ValueProvider[] = [
  { path: "containerDefinitions/*/secrets/*/valueFrom", suggest: secretForms },
  { path: "containerDefinitions/*/logConfiguration/secretOptions/*/valueFrom", suggest: secretForms },
  {
    path: "containerDefinitions/*/repositoryCredentials/credentialsParameter",
    suggest: (site) => [
      snippet(
        "Secrets Manager secret",
        arn(site, "secretsmanager", "secret:", text("name")),
        "ARN of the registry's user and password",
      ),
    ],
  },
  {
    path: "containerDefinitions/*/environmentFiles/*/value",
    suggest: (site) => [
      snippet(
        "S3 object",
        textOf`arn:${partition(site)}:s3:::${text("bucket")}/${text("name")}.env`,
        "ARN of an environment file",
      ),
    ],
  },
  { path: "executionRoleArn", suggest: (site) => [role(site, "ecsTaskExecutionRole")] },
  { path: "taskRoleArn", suggest: (site) => [role(site, site.task?.family?.string ?? "name")] },
  {
    path: "loadBalancers/*/targetGroupArn",
    suggest: (site) => [
      snippet(
        "Target group",
        arn(site, "elasticloadbalancing", "targetgroup/", text("name"), "/", text("0123456789abcdef")),
        "ARN of a target group",
      ),
    ],
  },
];

/** How images are named: in a registry of one's own, in Amazon's public one, on Docker Hub. */
export function imageForms(site: CursorSite): Suggestion[] {
  const host = textOf`${account(site)}.dkr.ecr.${regionOf(site)}.${dnsSuffixOf(partition(site))}/`;
  return [
    snippet(
      "Amazon ECR",
      new TextWithStops([...host.pieces, text("repository"), ":", text("tag")]),
      "private registry",
    ),
    snippet(
      "Amazon ECR Public",
      textOf`public.ecr.aws/${text("docker/library/nginx")}:${text("1.29")}`,
      "public registry",
    ),
    snippet("Docker Hub", textOf`${text("nginx")}:${text("1.29")}`, "public registry"),
  ];
}

function secretForms(site: CursorSite): Suggestion[] {
  const name = [text("name"), "-", text("AbCdEf")];
  return [
    snippet("Secrets Manager secret", arn(site, "secretsmanager", "secret:", ...name), "the whole secret"),
    snippet(
      "Secrets Manager secret, one key",
      arn(site, "secretsmanager", "secret:", ...name, ":", text("key"), "::"),
      "one member of a JSON secret",
    ),
    snippet("SSM parameter", arn(site, "ssm", "parameter/", text("name")), "parameter by ARN"),
    snippet("SSM parameter by name", textOf`/${text("name")}`, "parameter of the same region"),
  ];
}

function role(site: CursorSite, name: string): Suggestion {
  return snippet(
    "IAM role",
    textOf`arn:${partition(site)}:iam::${account(site)}:role/${text(name)}`,
    "ARN of a role",
  );
}

/** An ARN, with the region and the account of the file where it names them. */
function arn(site: CursorSite, service: string, ...resource: readonly (string | Stop)[]): TextWithStops {
  const head = textOf`arn:${partition(site)}:${service}:${regionOf(site)}:${account(site)}:`;
  return new TextWithStops([...head.pieces, ...resource]);
}

function regionOf({ definition }: CursorSite): string | Stop {
  return (definition.root && firstRegion(definition.root)) ?? text("us-east-1");
}

function account({ definition }: CursorSite): string | Stop {
  const found = /\b(?:arn:aws[\w-]*:[\w-]+:[\w-]*:|")(\d{12})(?:[:.])/.exec(
    definition.root?.sourceText ?? "",
  )?.[1];
  return found ?? text("123456789012");
}

/** The partition of the file's ARNs, else of its region. */
function partition({ definition }: CursorSite): string {
  const region = definition.root && firstRegion(definition.root);
  return (
    /\barn:(aws[\w-]*):/.exec(definition.root?.sourceText ?? "")?.[1] ?? partitionOf(region ?? "us-east-1")
  );
}
