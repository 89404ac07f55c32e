import { firstRegion } from "../../../model/region.ts";
import type { Place, ValueProvider } from "../place.ts";
import { escapeSnippet, type Suggestion, template } from "../suggestion.ts";

/** The forms in which secrets, roles and files are named, with stops for what only the person knows. */
export const arns: readonly ValueProvider[] = [
  { path: "containerDefinitions/*/secrets/*/valueFrom", suggest: secretForms },
  { path: "containerDefinitions/*/logConfiguration/secretOptions/*/valueFrom", suggest: secretForms },
  {
    path: "containerDefinitions/*/repositoryCredentials/credentialsParameter",
    suggest: (place) => [template("Secrets Manager secret", `${prefix(place, "secretsmanager")}:secret:\${2:name}`, "ARN of the registry's user and password")],
  },
  {
    path: "containerDefinitions/*/environmentFiles/*/value",
    suggest: (place) => [template("S3 object", `arn:${partition(place)}:s3:::\${1:bucket}/\${2:file}.env`, "ARN of an environment file")],
  },
];

function secretForms(place: Place): Suggestion[] {
  const secret = `${prefix(place, "secretsmanager")}:secret:\${2:name}-\${3:AbCdEf}`;
  return [
    template("Secrets Manager secret", secret, "the whole secret"),
    template("Secrets Manager secret, one key", `${secret}:\${4:key}::`, "one member of a JSON secret"),
    template("SSM parameter", `${prefix(place, "ssm")}:parameter/\${2:name}`, "parameter by ARN"),
    template("SSM parameter by name", "/${1:name}", "parameter of the same region"),
  ];
}

/** An ARN up to the account, with the region and the account of the file where it names them. */
function prefix(place: Place, service: string): string {
  const text = place.document.root?.sourceText ?? "";
  const region = (place.document.root && firstRegion(place.document.root)) ?? "us-east-1";
  const account = /\b(?:arn:aws[\w-]*:[\w-]+:[\w-]*:|")(\d{12})(?:[:.])/.exec(text)?.[1];
  return `arn:${partition(place)}:${service}:${region}:${account === undefined ? "${1:123456789012}" : escapeSnippet(account)}`;
}

function partition({ document }: Place): string {
  return /\barn:(aws[\w-]*):/.exec(document.root?.sourceText ?? "")?.[1] ?? "aws";
}
