import type { ProtectionRules } from "../../client/src/aws/writes/protection.ts";
import type { ReceivedCall } from "../../simulator/src/simulator.ts";
import { mentions } from "../../client/src/aws/writes/mentions.ts";
import { isReading } from "../support/awsOperations.ts";
import { accountAlias, plantedSecret } from "./account.ts";
import type { Agreement } from "./dayUi.ts";
import { auditKey } from "./world.ts";

/** Whether a call changes something in the account. */
export const isWrite = ({ operation, accessKeyId }: ReceivedCall): boolean =>
  accessKeyId !== undefined && !isReading(operation) && !signing.has(operation);

/** What is called to sign calls. */
const signing = new Set(["AssumeRole", "GetCallerIdentity"]);

const account = "123456789012";
const region = /\b[a-z]{2}(?:-[a-z]+)+-\d\b/;

/** Members of inputs that name what is written to, and of what kind it is. */
const naming: Readonly<Record<string, string>> = {
  cluster: "cluster",
  service: "service",
  serviceName: "service",
  clusterName: "cluster",
  serviceDeploymentArn: "service",
  task: "task",
  tasks: "task",
  family: "family",
  taskDefinitions: "revision",
  containerInstances: "instance",
  resourceArn: "resource",
  ResourceId: "service",
  Target: "container",
};

interface Named {
  readonly kind: string;
  readonly name: string;
}

/** The names of what a call writes to: the last part of each ARN or path, and its cluster. */
export function namesWritten({ operation, input }: ReceivedCall): readonly Named[] {
  const members = Object.keys(naming).flatMap((member) =>
    [input[member] ?? []]
      .flat()
      .filter((value) => typeof value === "string")
      .flatMap((value) => namesIn(naming[member]!, value)),
  );
  const ofCall =
    operation === "CreateCluster" || operation === "DeleteCluster" ? named("cluster", input["name"]) : [];
  const revision =
    operation === "DeregisterTaskDefinition" || operation === "RunTask"
      ? namesIn(operation === "RunTask" ? "family" : "revision", String(input["taskDefinition"]))
      : [];
  return [...members, ...ofCall, ...revision];
}

const named = (kind: string, name: unknown): readonly Named[] =>
  typeof name === "string" && name !== "" ? [{ kind, name }] : [];

function namesIn(kind: string, text: string): readonly Named[] {
  const parts = text.replace(/^arn:(?:[^:]*:){4}/, "").split("/");
  const last = parts.at(-1) ?? "";
  if (kind === "container") {
    const [, cluster, task] = /^ecs:(.+)_([0-9a-f]+)_[\w-]+$/.exec(text) ?? [];
    return [...named("cluster", cluster), ...named("task", task)];
  }
  // The last part is the number of the deployment.
  if (parts[0] === "service-deployment")
    return [...named("cluster", parts[1]), ...named("service", parts[2])];
  if (kind === "family") return named(kind, last.replace(/:\d+$/, ""));
  if (kind === "revision") return [...named(kind, last), ...named("family", last.replace(/:\d+$/, ""))];
  return named(kind, last);
}

/** The settings as they must be understood: by an eye that knows the account's alias. */
function matches(patterns: readonly string[], names: readonly Named[], profile: string): boolean {
  const all = [
    ...names,
    { kind: "account", name: account },
    { kind: "account", name: accountAlias },
    { kind: "profile", name: profile },
  ];
  return patterns.some((pattern) => {
    const [, kind, text = ""] = /^(?:(account|cluster|family|profile|service):)?(.*)$/.exec(pattern) ?? [];
    const expression = new RegExp(
      `^${text.replaceAll(/[.\\+?^${}()|[\]]/g, "\\$&").replaceAll("*", ".*")}$`,
      "i",
    );
    return all.some((each) => (kind === undefined || kind === each.kind) && expression.test(each.name));
  });
}

const profileOf = ({ accessKeyId = "" }: ReceivedCall): string =>
  accessKeyId === auditKey ? "audit" : accessKeyId === "AKIAOPS" ? "ops" : "shop";

/** Members that take words of a list. */
const wordMembers = ["ipcMode", "launchType", "networkMode", "pidMode", "propagateTags"];

/** What is wrong with the writes of one command, given all that was agreed to. */
export function faultsOfWrites(
  writes: readonly ReceivedCall[],
  agreements: readonly Agreement[],
  { readOnly, protected: isProtected }: ProtectionRules,
  /** The other names under which the tree shows something. */
  labelsOf: (name: string) => readonly string[] = () => [],
): readonly string[] {
  const text = agreements.map((agreement) => agreement.text).join("\n");
  return writes.flatMap((write) => {
    // What was opened by an agreement is ended without another.
    if (write.operation === "TerminateSession") return [];
    const names = namesWritten(write);
    const what = `${write.operation} ${names.map(({ name }) => name).join(", ")}`;
    if (matches(readOnly, names, profileOf(write))) return [`${what} was sent although a pattern forbids it`];
    if (matches(isProtected, names, profileOf(write)) && !agreements.some(({ isTyped }) => isTyped))
      return [`${what} was sent to what is protected, and no name was typed`];
    const isNamed = ({ name }: Named): boolean =>
      [name, name.slice(0, 8), ...labelsOf(name)].some((each) => mentions(text, each));
    // The family of a revision is in the revision's name.
    const unnamed = names.filter(
      (each) => !isNamed(each) && !(each.kind === "family" && text.includes(`${each.name}:`)),
    );
    if (unnamed.length > 0)
      return [`${what} was sent, but no question named ${unnamed.map(({ name }) => name).join(", ")}`];
    if (JSON.stringify([write.input["tags"], write.input["tagKeys"]]).includes(`"aws:`))
      return [`${what} was sent with a tag of AWS`];
    if (wordMembers.some((member) => write.input[member] === ""))
      return [`${what} was sent with an empty text, which ECS refuses`];
    const isPlaced = mentions(text, account) && region.test(text);
    return isPlaced ? [] : [`${what} was sent, but no question named account and region`];
  });
}

/** Texts in which the planted secret stands. */
export const leaks = (texts: readonly string[]): readonly string[] =>
  texts
    .filter((text) => text.includes(plantedSecret))
    .map((text) => `the secret is in: ${text.slice(0, 200)}`);

/** How the user was told that a deployment ended. */
export interface ToldVerdict {
  readonly cluster: string;
  readonly service: string;
  readonly revision: string;
  readonly verdict: "failed" | "is live" | "superseded";
}

/** What was told of deployments. */
export function verdictsIn(texts: readonly string[]): readonly ToldVerdict[] {
  return texts.flatMap((text): readonly ToldVerdict[] => {
    const [, cluster = "", service = "", rest = ""] = /^(\S+) \/ (\S+): (.*)$/s.exec(text) ?? [];
    const [, own, verdict] = /^(\S+:\d+) (is live|was live|failed)/.exec(rest) ?? [];
    if (own !== undefined)
      return [{ cluster, service, revision: own, verdict: verdict === "failed" ? "failed" : "is live" }];
    const replaced = /took over before (\S+:\d+) was live/.exec(rest)?.[1];
    return replaced === undefined ? [] : [{ cluster, service, revision: replaced, verdict: "superseded" }];
  });
}
