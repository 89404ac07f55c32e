import { parseArn } from "./arn.ts";

/** What `valueFrom` and `credentialsParameter` refer to. */
export type SecretReference = ReferencedSecret | ReferencedParameter;

/** A secret of Secrets Manager. */
export interface ReferencedSecret {
  readonly kind: "secret";
  /** Without key and version. */
  readonly arn: string;
  /** Without the random suffix, where there is one. */
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly jsonKey?: string;
  readonly versionStage?: string;
  readonly versionId?: string;
}

/** A parameter of SSM Parameter Store. */
export interface ReferencedParameter {
  readonly kind: "parameter";
  /** With the slash that an ARN leaves out of `/path/name`. */
  readonly name: string;
  /** Absent for a name, which is of the own account and region. */
  readonly region?: string;
  readonly account?: string;
}

/**
 * Reads a secret by its ARN, or a parameter by its name or ARN; any other text is the name of a parameter, as
 * ECS takes it. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 */
export function secretReference(valueFrom: string): SecretReference {
  return secretOfArn(valueFrom) ?? parameterOfArn(valueFrom) ?? { kind: "parameter", name: valueFrom };
}

/**
 * The secret, field and version that a Secrets Manager ARN names; undefined for any other text.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
export function secretOfArn(text: string): ReferencedSecret | undefined {
  const arn = parseArn(text);
  const [kind, secret, jsonKey, versionStage, versionId] = arn?.resource.split(":") ?? [];
  if (arn?.service !== "secretsmanager" || kind !== "secret" || !secret) return undefined;
  return {
    kind: "secret",
    arn: text.split(":").slice(0, 7).join(":"),
    name: secret.replace(/-[A-Za-z0-9]{6}$/, ""),
    region: arn.region,
    account: arn.account,
    ...(jsonKey && { jsonKey }),
    ...(versionStage && { versionStage }),
    ...(versionId && { versionId }),
  };
}

/** The parameter that an ARN names; undefined for any other text. */
export function parameterOfArn(text: string): ReferencedParameter | undefined {
  const arn = parseArn(text);
  if (arn?.service !== "ssm" || !arn.resource.startsWith("parameter/")) return undefined;
  const name = arn.resource.slice("parameter/".length);
  return {
    kind: "parameter",
    name: name.includes("/") ? `/${name}` : name,
    region: arn.region,
    account: arn.account,
  };
}
