/** What a `valueFrom` refers to. */
export interface SecretReference {
  readonly kind: "parameter" | "secret";
  /** A secret's ARN without key and version; a parameter's name. */
  readonly name: string;
  readonly region: string;
  /** Absent for a name, which is of the own account. */
  readonly account?: string;
}

/** A secret of Secrets Manager by its ARN, or a parameter of Parameter Store by name or ARN: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html */
export function readSecretReference(valueFrom: string, ownRegion: string): SecretReference {
  const [, , service, region = ownRegion, account, ...resource] = valueFrom.split(":");
  if (service === "secretsmanager")
    return {
      kind: "secret",
      name: valueFrom.split(":").slice(0, 7).join(":"),
      region,
      account: account ?? "",
    };
  if (service !== "ssm") return { kind: "parameter", name: valueFrom, region: ownRegion };
  const name = resource.join(":").replace(/^parameter/, "");
  // The ARN of a parameter without a path has one slash more than its name.
  return {
    kind: "parameter",
    name: name.lastIndexOf("/") === 0 ? name.slice(1) : name,
    region,
    account: account ?? "",
  };
}
