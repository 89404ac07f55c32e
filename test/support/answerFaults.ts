import { readSdkTypes, type SdkType } from "./ecsSdkTypes.ts";

/**
 * The client of the SDK that knows an API; EC2's answers have names of their own on the wire, which no client
 * declares.
 */
const clients: Readonly<Record<string, string>> = {
  ecs: "client-ecs",
  sts: "client-sts",
  logs: "client-cloudwatch-logs",
  ecr: "client-ecr",
  iam: "client-iam",
  secretsmanager: "client-secrets-manager",
  ssm: "client-ssm",
  elasticloadbalancing: "client-elastic-load-balancing-v2",
  cloudwatch: "client-cloudwatch",
  "application-autoscaling": "client-application-auto-scaling",
  elasticfilesystem: "client-efs",
};

const read = new Map<string, ReadonlyMap<string, SdkType>>();

function typesOf(api: string): ReadonlyMap<string, SdkType> | undefined {
  const client = clients[api];
  if (client === undefined) return undefined;
  const types = read.get(client) ?? readSdkTypes(client);
  read.set(client, types);
  return types;
}

/** Outputs that are not called like their operation. */
const outputs: Readonly<Record<string, string>> = { SimulatePrincipalPolicy: "SimulatePolicyResponse" };

/** Values that AWS documents and the SDK's lists leave out. */
const known = new Set([
  // A stage at which hooks can run:
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
  "lifecycleStage PRE_PRODUCTION_TRAFFIC_SHIFT",
]);

/**
 * What in an answer the model of AWS does not have: unknown members, other types, values of no list, missing
 * members.
 */
export function answerFaults(api: string, operation: string, answer: unknown): readonly string[] {
  const types = typesOf(api);
  if (!types) return [];
  const names = ["Response", "Result", "Output"].map((end) => operation + end);
  const name = outputs[operation] ?? names.find((each) => types.has(each));
  // An operation without output has a structure without members, or none.
  return name === undefined
    ? structureFaults(answer, new Map(), types, operation)
    : faults(answer, name, types, operation);
}

type Types = ReadonlyMap<string, SdkType>;

function faults(value: unknown, type: string, types: Types, path: string): readonly string[] {
  const [first = ""] = type.split(" | ");
  if (first.endsWith("[]")) return listFaults(value, first.slice(0, -2), types, path);
  const [, content] = /^Record<string, (.*)>$/.exec(first) ?? [];
  if (content !== undefined) return mapFaults(value, content, types, path);
  const declared = types.get(first);
  if (declared?.kind === "structure") return structureFaults(value, declared.members, types, path);
  if (declared?.kind === "enum") return enumFaults(value, declared.values, path);
  return scalarFaults(value, first, path);
}

function listFaults(value: unknown, type: string, types: Types, path: string): readonly string[] {
  if (!Array.isArray(value)) return [`${path} is no list`];
  return value.flatMap((item, index) => faults(item, type, types, `${path}[${index}]`));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function mapFaults(value: unknown, type: string, types: Types, path: string): readonly string[] {
  if (!isObject(value)) return [`${path} is no map`];
  return Object.entries(value).flatMap(([key, item]) => faults(item, type, types, `${path}.${key}`));
}

function structureFaults(
  value: unknown,
  members: Extract<SdkType, { kind: "structure" }>["members"],
  types: Types,
  path: string,
): readonly string[] {
  if (!isObject(value)) return [`${path} is no structure`];
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  const missing = [...members]
    .filter(([name, { isRequired }]) => isRequired && value[name] === undefined && name !== "$metadata")
    .map(([name]) => `${path}.${name} is missing`);
  return [
    ...missing,
    ...given.flatMap(([name, member]) => {
      const declared = members.get(name);
      return declared
        ? faults(member, declared.type, types, `${path}.${name}`)
        : [`${path}.${name} is unknown`];
    }),
  ];
}

function enumFaults(value: unknown, values: readonly string[], path: string): readonly string[] {
  const isKnown = known.has(`${path.split(".").at(-1)} ${String(value)}`);
  return values.includes(value as string) || isKnown
    ? []
    : [`${path} is ${JSON.stringify(value)}, which is in no list`];
}

/** Of times, JSON has numbers and XML has texts. */
const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  Date: (value) => Number.isFinite(value) || !Number.isNaN(Date.parse(String(value))),
  Uint8Array: (value) => typeof value === "string",
  __DocumentType: () => true,
};

function scalarFaults(value: unknown, type: string, path: string): readonly string[] {
  const fits = scalars[type];
  if (!fits) return [`${path} has the type ${type}, which is not known`];
  return fits(value) ? [] : [`${path} is ${JSON.stringify(value)}, not a ${type}`];
}
