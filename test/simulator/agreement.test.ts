// The language service foretells what AWS refuses, the simulator plays it, and neither knows the other's
// checks. Here they are held against each other on every example of the rules' pages and on real files.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "jsonc-parser";
import { ruleFacts } from "../../server/src/service/rules/index.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
import { inputShapes } from "../../simulator/src/ecs/input/inputShapes.table.ts";
import { readInput } from "../../simulator/src/input/readInput.ts";
import { refuseService } from "../../simulator/src/ecs/refusals/service/index.ts";
import { refuseTaskDefinition } from "../../simulator/src/ecs/refusals/taskDefinition/index.ts";
import { withoutEmpty } from "../../simulator/src/withoutEmpty.ts";
import { parseRulePage, type Example } from "../support/rulePage.ts";

const skeleton = "Empty values stand for what is not filled in; the API takes them as they are.";
const fragment = "A part of a file or of an update, which a tool may complete; the call would be refused.";
const advice = "The language service only warns: the refusal is not proven, or a tool fills the value in.";
const synthetic = "The example is judged with a task definition that the test makes up for it.";

/** Where the two differ: the example, and why both are right. */
const definitionDifferences: Readonly<Record<string, string>> = {
  "container-image.md › container-image-required › An empty image": advice,
  "fargate-network-mode.md › fargate-network-mode › A fragment, which a tool may complete": fragment,
  "launch-type-refusals.md › managed-instances-unsupported › Allowed: what is empty": skeleton,
  "ports-and-network-mode.md › port-name-network-mode › Allowed: awsvpc, bridge, and unnamed ports": skeleton,
  "proxy.md › app-mesh-end-of-life › Allowed: no proxy": skeleton,
  "proxy.md › proxy-needs-awsvpc › Allowed: awsvpc, what is filled in later, and other types": skeleton,
  "proxy.md › proxy-needs-awsvpc › What AWS registered once, when it did not check this": advice,
  "schema-task.md › Members of the task › empty-role-string › An empty role": advice,
  "schema-types.md › JSON, types and names › required-property › Allowed: a skeleton of the AWS CLI that is still empty":
    skeleton,
  "schema-volumes.md › Members of volumes and mount points › mount-point-required › No volume": advice,
  "schema-volumes.md › Members of volumes and mount points › volume-name-required › No name": advice,
  "volume-kind.md › volume-one-type › Allowed: one of them, and others that are empty": skeleton,
  "volumes-from.md › volumes-from-self › Allowed: another container": skeleton,
};
const serviceDifferences: Readonly<Record<string, string>> = {
  "capacity-providers.md › Capacity providers › capacity-provider-mixed › Fargate beside instances":
    synthetic,
  "create-service-members.md › What CreateService needs › service-task-definition-required › Allowed: a file without a cluster or without a name, which is not the whole input":
    fragment,
  "lifecycle-hooks.md › Lifecycle hooks › lifecycle-hook-required › Allowed: the entry of a skeleton":
    skeleton,
  "load-balancers.md › Load balancers of a service › lb-required-fields › Allowed: the entry of a skeleton":
    skeleton,
  "service-connect-traffic.md › Ports, timeouts and logs of Service Connect › service-connect-access-log › Allowed: no access logs":
    skeleton,
  "service-placement.md › Placement › svc-placement-spread-missing-field › Filled by nothing": skeleton,
  "service-registries.md › Service registries › service-registry-pair › Allowed: neither": skeleton,
  "service-registries.md › Service registries › service-registry-port-both › Allowed: one of them": skeleton,
  "service-role.md › The role of a service › service-role-with-awsvpc › Allowed: an empty network configuration":
    synthetic,
  "update-service.md › CreateService or UpdateService › create-service-only-field › Allowed: one name":
    fragment,
};

const folder = new URL("../../docs/rules/", import.meta.url);
const ids = new Set(ruleFacts.map(({ id }) => id));

/** All examples that stand alone, with the file that they stand in. */
const examples = readdirSync(folder)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .flatMap((page) =>
    parseRulePage(readFileSync(new URL(page, folder), "utf8"), ids).map((example) => ({ page, example })),
  )
  .filter(
    ({ example }) => example.companions.size === 0 && !/\$\{|\{\{|\{\w+\}|<[A-Z]|%[A-Z]/.test(example.text),
  );

interface Judged {
  readonly errors: readonly string[];
  readonly refusal: string | undefined;
}

const isObject = (value: unknown): value is Record<string, any> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function errorsOf(file: string, text: string): string[] {
  const service = createLanguageService();
  const findings = service.validate(service.parse(`file:///workspace/${file}`, text));
  return findings
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
}

function refusalOf(refuse: () => void): string | undefined {
  try {
    refuse();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Judges the examples and compares those on which the two differ with the list. */
function assertAgreement(
  judge: (example: Example) => Judged | undefined,
  differences: Readonly<Record<string, string>>,
  fewest: number,
): void {
  const judged = examples.flatMap(({ page, example }) => {
    const verdict = judge(example);
    return verdict ? [{ title: `${page} › ${example.title}`, ...verdict }] : [];
  });
  assert.ok(judged.length >= fewest, `only ${judged.length} examples were judged`);
  const found = judged.filter(({ errors, refusal }) => errors.length > 0 !== (refusal !== undefined));
  const unlisted = found.filter(({ title }) => !(title in differences));
  const said = unlisted.map(
    ({ title, errors, refusal }) =>
      `${title}\n  the simulator: ${refusal ?? "accepts"}\n  the language service: ${errors.join(", ") || "no error"}`,
  );
  assert.deepEqual(said, []);
  const titles = new Set(found.map(({ title }) => title));
  assert.deepEqual(
    Object.keys(differences).filter((title) => !titles.has(title)),
    [],
    "these do not differ any more",
  );
}

const kindOf = (file: string, text: string): string =>
  createLanguageService().parse(`file:///workspace/${file}`, text).kind;

const withoutNulls = (text: string): object =>
  JSON.parse(text, (_key, content: unknown) => content ?? undefined) as object;

/** The example as a whole task definition: what it leaves out gets a value that nobody minds. */
function completeDefinition(given: Record<string, any>): Record<string, any> {
  const fargate = given.requiresCompatibilities?.includes?.("FARGATE");
  const size = {
    networkMode: "awsvpc",
    cpu: "1024",
    memory: "2048",
    executionRoleArn: "arn:aws:iam::123456789012:role/execution",
  };
  const whole: Record<string, any> = {
    family: "example",
    ...(fargate && size),
    containerDefinitions: [{}],
    ...given,
  };
  if (!Array.isArray(whole.containerDefinitions)) return whole;
  const memoryOf = (container: Record<string, any>): object =>
    whole.memory === undefined && container.memory === undefined && container.memoryReservation === undefined
      ? { memory: 512 }
      : {};
  whole.containerDefinitions = whole.containerDefinitions.map((container: unknown, index: number) =>
    isObject(container)
      ? { name: `c${index}`, image: "app:1", ...memoryOf(container), ...container }
      : container,
  );
  return whole;
}

function judgeDefinition(example: Example): Judged | undefined {
  const value: unknown = parse(example.text);
  const telling = [
    "containerDefinitions",
    "family",
    "requiresCompatibilities",
    "networkMode",
    "volumes",
    "cpu",
    "memory",
  ];
  if (example.file !== undefined || !isObject(value) || !telling.some((member) => member in value))
    return undefined;
  if (kindOf("task-definition.json", example.text) !== "task-definition" || "primaryContainer" in value)
    return undefined;
  const text = JSON.stringify(completeDefinition(value));
  return { errors: errorsOf("task-definition.json", text), refusal: registrationRefusal(text) };
}

const registrationRefusal = (text: string): string | undefined =>
  refusalOf(() =>
    refuseTaskDefinition(readInput(inputShapes, "RegisterTaskDefinition", withoutNulls(text)) as never),
  );

/** A task definition that suits the service, so that only the service itself is judged. */
function definitionFor(service: Record<string, any>): any {
  const list = (value: unknown): Record<string, any>[] =>
    Array.isArray(value) ? value.filter(isObject) : [];
  const balancers = list(service.loadBalancers);
  const onFargate =
    service.launchType === "FARGATE" ||
    list(service.capacityProviderStrategy).some(({ capacityProvider }) =>
      String(capacityProvider).startsWith("FARGATE"),
    );
  const named = list(service.serviceConnectConfiguration?.services).map(({ portName }, index) => ({
    name: portName,
    containerPort: 9000 + index,
  }));
  const names = [...new Set([...balancers.map(({ containerName }) => containerName), "app"])];
  const record = {
    taskRoleArn: "role",
    networkMode: service.networkConfiguration || onFargate ? "awsvpc" : "bridge",
    compatibilities: ["EC2", "EXTERNAL", "FARGATE", "MANAGED_INSTANCES"],
    volumes: list(service.volumeConfigurations).map(({ name }) => ({ name, configuredAtLaunch: true })),
    containerDefinitions: names.map((name) => ({
      name,
      portMappings: [
        ...balancers
          .filter(({ containerName }) => containerName === name)
          .map(({ containerPort }) => ({ containerPort })),
        ...named,
      ],
    })),
  };
  return { record, tags: [] };
}

function judgeService(example: Example): Judged | undefined {
  const file = example.file ?? "ecs-service.json";
  const value: unknown = parse(example.text);
  if (!isObject(value) || kindOf(file, example.text) !== "service") return undefined;
  const external = value.deploymentController?.type === "EXTERNAL";
  const network = value.launchType === "FARGATE" && {
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-12345678"] } },
  };
  const text = JSON.stringify({
    serviceName: "example",
    ...(!external && { taskDefinition: "web:1" }),
    ...network,
    ...value,
  });
  const refusal = refusalOf(() => {
    const request: any = withoutEmpty(readInput(inputShapes, "CreateService", withoutNulls(text)));
    const capacityProviders = (request.capacityProviderStrategy ?? []).map(
      (item: any) => item.capacityProvider,
    );
    const cluster: any = { record: { serviceConnectDefaults: { namespace: "shop" }, capacityProviders } };
    refuseService({
      request,
      cluster,
      definition: request.taskDefinition === undefined ? undefined : definitionFor(request),
      attempt: "The service couldn't be created",
    });
  });
  return { errors: errorsOf(file, text), refusal };
}

/** Authors mask their accounts in the roles, in ways that no API would take. */
const maskedRole = /"(taskRoleArn|executionRoleArn)"\s*:\s*"[^"]*"/g;

/** Real files of other people, kept beside the project because of their licences. */
const corpus = new URL("../../../shared/corpus/", import.meta.url);

describe("The language service and the simulator", () => {
  it("agree on every task definition of the rules' pages, but for the differences that are listed", () => {
    assertAgreement(judgeDefinition, definitionDifferences, 800);
  });

  it("agree on every service of the rules' pages, but for the differences that are listed", () => {
    assertAgreement(judgeService, serviceDifferences, 500);
  });

  it("take the task definitions of real files that AWS takes, and refuse those that it refuses", function () {
    if (!existsSync(new URL("manifest.jsonl", corpus))) {
      process.stdout.write("      (skipped: there is no corpus of real files beside the project)\n");
      this.skip();
    }
    const files = readFileSync(new URL("manifest.jsonl", corpus), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const definitions = files.filter(
      ({ kind, text, verdict }) =>
        kind === "task-definition" && text === "json" && (verdict === "valid" || verdict === "invalid"),
    );
    const wrong = definitions.flatMap(({ file, verdict }) => {
      const text = readFileSync(new URL(`files/${file}`, corpus), "utf8").replace(maskedRole, '"$1": "role"');
      if (/\$\{|\{\{|<[^>]+>/.test(text)) return [];
      const refusal = registrationRefusal(text);
      return (refusal === undefined) === (verdict === "valid")
        ? []
        : [`${file} is ${verdict}, the simulator says: ${refusal ?? "nothing"}`];
    });
    assert.ok(definitions.length > 50, `only ${definitions.length} files were judged`);
    assert.deepEqual(wrong, []);
  });
});
