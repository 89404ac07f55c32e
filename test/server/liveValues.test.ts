import assert from "node:assert/strict";
import {
  CompletionRequest,
  HoverRequest,
  type CompletionList,
  type Hover,
} from "vscode-languageserver-protocol";
import { lookupRequest, type LookupParams, type LookupResult } from "../../server/src/protocol.ts";
import { type BundledServer, startBundledServer } from "../support/bundledServer.ts";
import { until } from "../support/until.ts";

const uri = "file:///workspace/task-definition.json";
const arn = "arn:aws:iam::123456789012:role/orders";
const text = `{ "family": "orders", "taskRoleArn": "", "executionRoleArn": "${arn}", "containerDefinitions": [] }`;
const inTaskRole = { line: 0, character: text.indexOf('""') + 1 };
const inExecutionRole = { line: 0, character: text.indexOf(arn) };

describe("Live values, over the protocol", () => {
  let server: BundledServer;
  let asked: LookupParams[];
  afterEach(() => server.stop());

  async function start(initializationOptions: unknown, answer: LookupResult): Promise<void> {
    asked = [];
    server = await startBundledServer({ initializationOptions });
    server.connection.onRequest(lookupRequest, (params: LookupParams) => {
      asked.push(params);
      return answer;
    });
    await server.open(uri, text);
  }

  const complete = async (): Promise<CompletionList> =>
    (await server.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: inTaskRole,
    })) as CompletionList;

  it("are asked only of a client that says it looks them up", async () => {
    await start({}, { available: true, values: [] });
    assert.equal((await complete()).isIncomplete, false);
    assert.deepEqual(asked, []);
  });

  it("follow the static items, which do not wait for them, and are asked once", async () => {
    await start(
      { lookups: true },
      { available: true, values: [{ value: arn, detail: "ECS tasks may assume it" }] },
    );
    const first = await complete();
    assert.deepEqual([first.isIncomplete, first.items.map(({ label }) => label)], [true, ["IAM role"]]);
    const later = await until("the role", async () => {
      const list = await complete();
      return !list.isIncomplete && list;
    });
    assert.deepEqual(
      later.items.map(({ label }) => label),
      ["role/orders", "IAM role"],
    );
    assert.deepEqual(asked, [{ kind: "role" }]);
  });

  it("are in the first list where nothing else can be offered", async () => {
    await start({ lookups: true }, { available: true, values: [{ value: "subnet-0a1b2c3d", detail: "a" }] });
    const service = "file:///workspace/ecs-service.json";
    const text =
      '{ "serviceName": "a", "taskDefinition": "b", "networkConfiguration": { "awsvpcConfiguration": { "subnets": [""] } } }';
    await server.open(service, text);
    const first = (await server.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: service },
      position: { line: 0, character: text.indexOf('""') + 1 },
    })) as CompletionList;
    assert.deepEqual(
      [first.isIncomplete, first.items.map(({ label }) => label)],
      [false, ["subnet-0a1b2c3d"]],
    );
  });

  it("say on hover whether what is named exists", async () => {
    await start(
      { lookups: true },
      { available: true, values: [{ value: arn, detail: "ECS tasks may assume it" }] },
    );
    const hover = (await server.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: inExecutionRole,
    })) as Hover;
    assert.match(
      (hover.contents as { value: string }).value,
      /^\*\*Exists\*\* in the current account: ECS tasks may assume it\n/,
    );
  });

  it("say on hover that the account has no such role, when it told all that it has", async () => {
    await start(
      { lookups: true },
      { available: true, values: [{ value: "arn:aws:iam::123456789012:role/other" }] },
    );
    const hover = (await server.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: inExecutionRole,
    })) as Hover;
    assert.match(
      (hover.contents as { value: string }).value,
      /^\*\*Not found\*\* among the roles of the current account that ECS tasks may assume\.\n/,
    );
  });
});
