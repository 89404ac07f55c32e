import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LimitedHandler } from "../../client/src/aws/limitedHandler.ts";
import { credentialsLoader } from "../../client/src/aws/loadCredentials.ts";
import { systemClock } from "../../client/src/model/clock.ts";
import { useConfiguration } from "../support/awsConfiguration.ts";

/** What machines of AWS, and STS, answer by path; undefined: 404. */
type Answers = (request: IncomingMessage, body: string) => string | undefined;

const variables = [
  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_EC2_METADATA_SERVICE_ENDPOINT",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
] as const;

describe("Credentials without a profile", () => {
  let configuration: Awaited<ReturnType<typeof useConfiguration>>;
  let server: Server;
  let endpoint: string;
  let answers: Answers;
  let folder: string;
  const before = variables.map((name) => [name, process.env[name]] as const);

  beforeEach(async () => {
    configuration = await useConfiguration("");
    for (const name of variables) delete process.env[name];
    folder = await mkdtemp(join(tmpdir(), "taskwright-token-"));
    server = createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      request.on("end", () => {
        const answer = answers(request, body);
        response.writeHead(answer === undefined ? 404 : 200);
        response.end(answer);
      });
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    await rm(folder, { recursive: true });
    await configuration.restore();
  });

  const keys = {
    AccessKeyId: "ASIAMACHINE",
    SecretAccessKey: "secret",
    Token: "token",
    Expiration: "2099-01-01T00:00:00Z",
  };
  const load = (): Promise<{ readonly accessKeyId: string; readonly expiration?: Date }> =>
    credentialsLoader({
      profile: undefined,
      region: "eu-west-1",
      stsEndpoint: endpoint,
      requestHandler: new LimitedHandler(systemClock),
    })(() => assert.fail("Nobody is asked."));

  it("come from a container, with its token", async () => {
    process.env["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = `${endpoint}/role`;
    process.env["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "of-the-container";
    answers = ({ url, headers }) =>
      url === "/role" && headers.authorization === "of-the-container" ? JSON.stringify(keys) : undefined;
    const { accessKeyId, expiration } = await load();
    assert.deepEqual([accessKeyId, expiration?.getUTCFullYear()], ["ASIAMACHINE", 2099]);
  });

  it("come from an instance, by the second version of its metadata", async () => {
    delete process.env["AWS_EC2_METADATA_DISABLED"];
    process.env["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = endpoint;
    const role = "/latest/meta-data/iam/security-credentials/";
    answers = ({ url, method, headers }) => {
      if (method === "PUT" && url === "/latest/api/token") return "of-the-instance";
      if (headers["x-aws-ec2-metadata-token"] !== "of-the-instance") return undefined;
      if (url === role) return "machine";
      return url === `${role}machine` ? JSON.stringify({ ...keys, Code: "Success" }) : undefined;
    };
    assert.equal((await load()).accessKeyId, "ASIAMACHINE");
  });

  it("come from a web identity, through STS", async () => {
    process.env["AWS_WEB_IDENTITY_TOKEN_FILE"] = join(folder, "token");
    process.env["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/pod";
    await writeFile(join(folder, "token"), "of-the-pod");
    answers = (_request, body) => {
      const form = new URLSearchParams(body);
      const isRight =
        form.get("Action") === "AssumeRoleWithWebIdentity" &&
        form.get("WebIdentityToken") === "of-the-pod" &&
        form.get("RoleArn") === "arn:aws:iam::123456789012:role/pod";
      return isRight
        ? `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>ASIAPOD</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`
        : undefined;
    };
    assert.equal((await load()).accessKeyId, "ASIAPOD");
  });

  it("are missing in words where there are none", async () => {
    answers = () => undefined;
    await assert.rejects(load(), { name: "CredentialsProviderError" });
  });
});
