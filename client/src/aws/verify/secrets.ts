import type { AccountFinding, Mend } from "../../model/accountFinding.ts";
import { byText, valuesAt, type InputValue } from "../../model/inputValues.ts";
import {
  secretOfArn,
  secretReference,
  type SecretReference,
} from "../../../../shared/src/secretReference.ts";
import {
  atEach,
  checked,
  joined,
  proposals,
  replacement,
  type Check,
  type Checked,
  type VerifyContext,
} from "./check.ts";

const patterns = [
  "containerDefinitions/*/secrets/*/valueFrom",
  "containerDefinitions/*/logConfiguration/secretOptions/*/valueFrom",
  "containerDefinitions/*/repositoryCredentials/credentialsParameter",
];

/**
 * DescribeParameters takes as many values in one filter:
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html
 */
const parametersPerCall = 50;

/** Secrets and parameters exist. Their values are never read. */
export const secrets: Check = async (context) => {
  const values = patterns.flatMap((pattern) => valuesAt(context.input, pattern));
  const ofKind = (kind: SecretReference["kind"]): readonly InputValue[] =>
    values.filter(({ value }) => secretReference(value).kind === kind);
  const bySecret = byText(ofKind("secret"), (value) => secretOfArn(value)?.arn ?? value);
  return joined([
    ...[...bySecret].map(([arn, places]) =>
      checked(places, `the secret ${arn}`, () => checkSecret(context, arn, places)),
    ),
    ...parameterChecks(context, ofKind("parameter")),
  ]);
};

async function checkSecret(
  context: VerifyContext,
  arn: string,
  places: readonly InputValue[],
): Promise<readonly AccountFinding[]> {
  const { DescribeSecretCommand, SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager");
  const client = context.clients.of(SecretsManagerClient, "Secrets Manager", {
    region: secretOfArn(arn)?.region || context.region,
  });
  const input = { SecretId: arn };
  const found = await context.calls
    .read(
      "DescribeSecret",
      input,
      (abortSignal) => client.send(new DescribeSecretCommand(input), { abortSignal }),
      context.signal,
    )
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === "ResourceNotFoundException") return undefined;
      throw error;
    });
  if (found?.DeletedDate)
    return atEach(
      places,
      "account-secret",
      `The secret ${found.Name} is being deleted, so that its value cannot be read any more.`,
    );
  if (found) return [];
  const mends = await proposals(context, "secret", arn);
  return places.flatMap((place) =>
    atEach(
      [place],
      "account-secret",
      `There is no secret ${nameOfSecret(arn)} in Secrets Manager.`,
      keeping(place.value.slice(arn.length), mends),
    ),
  );
}

const nameOfSecret = (arn: string): string => arn.split(":").slice(6).join(":") || arn;

/** What selects a key and a version of the secret stays. */
const keeping = (rest: string, mends: readonly Mend[]): readonly Mend[] =>
  mends.map(({ value = "" }) => replacement(value + rest));

/**
 * By region, as many in a call as go. Parameters of other accounts are not listed, so nothing can be told of
 * them.
 */
function parameterChecks(context: VerifyContext, values: readonly InputValue[]): readonly Promise<Checked>[] {
  const isOwn = ({ value }: InputValue): boolean =>
    [undefined, context.account].includes(secretReference(value).account);
  const regions = byText(values.filter(isOwn), (value) => secretReference(value).region || context.region);
  return [...regions].flatMap(([region, places]) => {
    const names = [...byText(places, (value) => secretReference(value).name)];
    const batches = Array.from({ length: Math.ceil(names.length / parametersPerCall) }, (_, index) =>
      names.slice(index * parametersPerCall, (index + 1) * parametersPerCall),
    );
    return batches.map((batch) =>
      checked(
        batch.flatMap(([, each]) => each),
        batch.length === 1 ? `the parameter ${batch[0]?.[0] ?? ""}` : "parameters",
        () => checkParameters(context, region, new Map(batch)),
      ),
    );
  });
}

async function checkParameters(
  context: VerifyContext,
  region: string,
  wanted: ReadonlyMap<string, readonly InputValue[]>,
): Promise<readonly AccountFinding[]> {
  const { DescribeParametersCommand, SSMClient } = await import("@aws-sdk/client-ssm");
  const client = context.clients.of(SSMClient, "SSM", { region });
  const input = {
    ParameterFilters: [{ Key: "Name", Option: "Equals", Values: [...wanted.keys()] }],
    MaxResults: parametersPerCall,
  };
  const { Parameters = [] } = await context.calls.read(
    "DescribeParameters",
    input,
    (abortSignal) => client.send(new DescribeParametersCommand(input), { abortSignal }),
    context.signal,
  );
  const missing = [...wanted].filter(([name]) => !Parameters.some(({ Name }) => Name === name));
  const found = missing.flatMap(([name, places]) =>
    places.map(async (place) =>
      atEach(
        [place],
        "account-parameter",
        `There is no parameter ${name} in Parameter Store of ${region}.`,
        await parameterProposals(context, place),
      ),
    ),
  );
  return (await Promise.all(found)).flat();
}

/** By name where the file has a name, else by ARN. */
function parameterProposals(context: VerifyContext, { value }: InputValue): Promise<readonly Mend[]> {
  return proposals(context, "parameter", value, (arn) =>
    value.startsWith("arn:") ? arn : secretReference(arn).name,
  );
}
