import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { glob, readFile } from "node:fs/promises";
import { LimitedHandler } from "../../../client/src/aws/limitedHandler.ts";
import { systemClock } from "../../../client/src/model/clock.ts";
import { guardedClients, type ClientClass, type Clients } from "../../../client/src/aws/clients.ts";
import { readingOperations, type ServiceId } from "../../../client/src/aws/readingOperations.ts";
import type { ClientSettings } from "../../../client/src/aws/clientSettings.ts";

interface SdkCommand {
  readonly input: object;
}
/** A client of which the test knows only that it sends. */
type SendingClient = { readonly send: (command: SdkCommand) => Promise<unknown> };
type Sdk = Record<string, new (input: unknown) => unknown>;

/** The packages of AWS clients that the product is bundled with. */
async function bundled(): Promise<readonly string[]> {
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as Record<string, object>;
  return Object.keys({ ...manifest["dependencies"], ...manifest["devDependencies"] }).filter((name) =>
    name.startsWith("@aws-sdk/client-"),
  );
}

/** The class of a package that has `send` only, its id and its commands by operation. */
async function sdkOf(name: string): Promise<{
  readonly Client: ClientClass<any>;
  readonly id: ServiceId;
  readonly commands: ReadonlyMap<string, new (input: unknown) => SdkCommand>;
}> {
  const sdk = (await import(name)) as Sdk;
  const [clientName = ""] = Object.keys(sdk).filter((each) => /^[A-Z].*[^_]Client$/.test(each));
  const Client = sdk[clientName] as unknown as ClientClass<any>;
  const plain = new (Client as any)({ region: "eu-west-1" }) as { config: { serviceId: string } };
  const commands = Object.keys(sdk)
    .filter((each) => /^[A-Z].*[^$]Command$/.test(each))
    .map(
      (each) => [each.slice(0, -"Command".length), sdk[each] as new (input: unknown) => SdkCommand] as const,
    );
  return { Client, id: plain.config.serviceId as ServiceId, commands: new Map(commands) };
}

describe("A client of AWS", () => {
  let server: Server;
  let received = 0;
  let settings: ClientSettings;
  before(async () => {
    server = createServer((_incoming, outgoing) => {
      received += 1;
      outgoing.writeHead(400, { "content-type": "application/x-amz-json-1.1" });
      outgoing.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    settings = {
      region: "eu-west-1",
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credentials: async () => ({ accessKeyId: "AKIA", secretAccessKey: "none" }),
      retryStrategy: {
        acquireInitialRetryToken: () => Promise.reject(new Error("This call would be sent.")),
        refreshRetryTokenForRetry: () => Promise.reject(new Error("No more.")),
        recordSuccess: () => undefined,
      },
      requestHandler: new LimitedHandler(systemClock),
    };
  });
  after(() => new Promise((resolve) => server.close(resolve)));
  const fresh = (): Clients => guardedClients(() => settings).clients;

  it("is refused every operation that is not known to only read, before anything is sent", async function () {
    this.timeout(120_000);
    received = 0;
    const passed: Record<string, string[]> = {};
    let refused = 0;
    for (const name of await bundled()) {
      const { Client, id, commands } = await sdkOf(name);
      const client = fresh().of<any>(Client, id) as SendingClient;
      const reading: string[] = [];
      for (const [operation, Command] of commands)
        await client.send(new Command({})).then(
          () => assert.fail(`${operation} was answered`),
          (error: Error) => {
            if (error.name === "NoPermitError") refused += 1;
            else reading.push(operation);
          },
        );
      passed[id] = reading.sort();
    }
    assert.deepEqual(
      passed,
      Object.fromEntries(
        Object.entries(readingOperations).map(([id, operations]) => [id, [...operations].sort()]),
      ),
    );
    assert.ok(refused > 1000, `Only ${refused} were refused, so the walk is broken.`);
    assert.equal(received, 0);
  });

  it("is refused also by the methods of the client that has one for every operation", async () => {
    const { ECS } = await import("@aws-sdk/client-ecs");
    const whole = fresh().of(ECS, "ECS");
    await assert.rejects(whole.updateService({ service: "orders" }), {
      name: "NoPermitError",
      message: "UpdateService of ECS was not sent: nobody agreed to it.",
    });
  });

  it("is refused what is sent with a command that was permitted once, but is another", async () => {
    const { ECSClient, StopTaskCommand } = await import("@aws-sdk/client-ecs");
    const { clients, admit } = guardedClients(() => settings);
    const client = clients.of(ECSClient, "ECS");
    admit(new StopTaskCommand({ task: "one" }));
    await assert.rejects(client.send(new StopTaskCommand({ task: "one" })), { name: "NoPermitError" });
    const agreed = new StopTaskCommand({ task: "one" });
    admit(agreed);
    await assert.rejects(client.send(agreed), { message: "This call would be sent." });
    await assert.rejects(client.send(agreed), { name: "NoPermitError" }, "a permit is for one call");
  });

  it("keeps its guard whatever middleware is taken off by name", async () => {
    const { ECSClient, StopTaskCommand } = await import("@aws-sdk/client-ecs");
    const names = fresh()
      .of(ECSClient, "ECS")
      .middlewareStack.identify()
      .map((entry) => entry.split(/[: ]/)[0]!);
    assert.ok(names.length > 5, names.join());
    received = 0;
    for (const name of names) {
      const client = fresh().of(ECSClient, "ECS");
      client.middlewareStack.remove(name);
      await assert.rejects(async () => client.send(new StopTaskCommand({ task: "one" })));
    }
    assert.equal(received, 0);
  });

  it("is not made under another service's name, whose list would be another", async () => {
    const { ECRClient } = await import("@aws-sdk/client-ecr");
    assert.throws(() => fresh().of(ECRClient, "ECS"), { message: /ECR.*ECS/ });
  });

  it("reads with no operation that the sources do not call", async () => {
    const called = new Set<string>();
    for await (const file of glob("client/src/aws/**/*.ts"))
      for (const [, operation = ""] of (await readFile(file, "utf8")).matchAll(/new (\w+)Command\(/g))
        called.add(operation);
    const listed = Object.values(readingOperations).flat();
    assert.deepEqual(
      listed.filter((operation) => !called.has(operation)),
      [],
    );
  });

  it("is made in one place, so that each has its guard", async () => {
    const makers: string[] = [];
    for await (const file of glob("client/src/**/*.ts"))
      if (/new (?!(?:Taskwright)?Language)\w*Client\(/.test(await readFile(file, "utf8"))) makers.push(file);
    assert.deepEqual(makers, ["client/src/aws/clients.ts"]);
  });
});
