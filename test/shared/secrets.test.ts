import assert from "node:assert/strict";
import { cpuTimeOfSync } from "../support/cpuTime.ts";
import { secretArguments } from "../../shared/src/secretArguments.ts";
import { looksRandom, secretForm, secretPlaces } from "../../shared/src/secretForms.ts";
import { secrecyOfName } from "../../shared/src/secretNames.ts";
import { isSecret, judge, mayBeStored } from "../../shared/src/secrets.ts";
import { randomText } from "../support/randomText.ts";

describe("Names of secrets", () => {
  const secret =
    "DB_PASSWORD password dbPassword DBPASSWORD PGPASSWORD MYSQL_PWD MYSQL_PASSWD DB_PASS DBPASS pwd DB_PW KEY_PASSPHRASE " +
    "API_TOKEN authToken CLIENT_SECRET CLIENTSECRET clientSecret API_KEY apikey api-key apiKey APIKey STRIPE_API_KEY PRIVATE_KEY " +
    "AWS_SECRET_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_SESSION_TOKEN APP_CREDENTIALS DB_CREDS --password com.example.token " +
    "SECRET_KEY_BASE JWT_SECRET SECRET ENCRYPTION_KEY SIGNING_KEY RAILS_MASTER_KEY NEW_RELIC_LICENSE_KEY DD_API_KEY " +
    "GITHUB_TOKEN NPM_TOKEN SSH_KEY HMAC_KEY SESSION_KEY STRIPE_KEY SENDGRID_KEY Authorization PASSWORD2 db.password.1 " +
    "REDIS_PASSWORD HTTP_Passwd splunk-token apikey shared_key ADMIN_PASSWORD_HASH SMTP_PASS DJANGO_SECRET_KEY APP_SECRETS";
  for (const name of secret.split(" "))
    it(`include ${name}`, () => assert.equal(secrecyOfName(name), "secret"));

  const harmless =
    "PORT MAX_TOKENS TOKENIZER KEYBOARD SECRETARY PASSWORDLESS COMPASS BYPASS_CACHE TOKEN_URL PASSWORD_FILE SECRET_ARN " +
    "DB_SECRET_NAME passwordMinLength TOKEN_TTL API_KEY_HEADER SECRETS_ENABLED PUBLIC_KEY PARTITION_KEY CACHE_KEY PRIMARY_KEY " +
    "STRIPE_PUBLISHABLE_KEY AUTHOR SPINNER SALTED_FISH KEY_PREFIX AUTH_ENABLED LOG_LEVEL NODE_ENV";
  for (const name of harmless.split(" "))
    it(`do not include ${name}`, () => assert.equal(secrecyOfName(name), "harmless"));

  for (const name of "SSH_KEYS AUTH KEY APP_KEY SENTRY_DSN PASSWORD_SALT_SEED OTP PIN API_KEY_ID WEBHOOK".split(
    " ",
  ))
    it(`may include ${name}`, () =>
      assert.equal(secrecyOfName(name), name.startsWith("PASSWORD") ? "secret" : "doubtful"));
});

describe("Values under the name of a secret", () => {
  const secrecyOf = (value: string, name = "TOKEN"): string => judge(name, value).secrecy;
  for (const value of ["hunter2", "1234567", "https://user:pass@example.com", "a/b", "trueish", "ab cd"])
    it(`are secret if they are ${value}`, () => assert.equal(secrecyOf(value), "secret"));
  const harmless = [
    "",
    " ",
    "true",
    "No",
    "NONE",
    "arn:aws:s3:::x",
    "s3://b/k",
    "file:x",
    "/run/secrets/x",
    "./x",
    "../x",
  ];
  for (const value of [...harmless, "https://example.com/token", "C:\\secrets\\x"])
    it(`are harmless if they are ${JSON.stringify(value)}`, () => assert.equal(secrecyOf(value), "harmless"));

  it("are hidden, but not reported, if they are short numbers, except where a password is asked for", () => {
    assert.deepEqual(
      ["DB_PASSWORD", "pwd", "TOKEN"].map((name) => secrecyOf("123456", name)),
      ["secret", "secret", "doubtful"],
    );
  });

  it("are hidden, but not reported, if the name is doubtful and the value is not drawn by lot", () => {
    assert.deepEqual(
      ["on", "basic", "sNk3Pq9ZtW4xVb7LmC2y"].map((value) => secrecyOf(value, "AUTH")),
      ["harmless", "doubtful", "secret"],
    );
  });
});

describe("Forms of secrets", () => {
  const forms: readonly (readonly [text: string, what: string | undefined])[] = [
    ["AKIAIOSFODNN7EXAMPLE", "an AWS access key"],
    ["id=ASIAIOSFODNN7EXAMPLE;", "an AWS access key"],
    ["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "an AWS secret key"],
    [`IQoJb3JpZ2luX2Vj${"aB3/".repeat(8)}`, "an AWS session token"],
    ["-----BEGIN RSA PRIVATE KEY-----", "a private key"],
    ["-----BEGIN PRIVATE KEY-----", "a private key"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.x", "a JSON Web Token"],
    [`ghp_${"a1".repeat(18)}`, "a GitHub token"],
    [`github_pat_${"a1".repeat(18)}`, "a GitHub token"],
    [`glpat-${"a1".repeat(10)}`, "a GitLab token"],
    ["xoxb-0123456789-abc", "a Slack token"],
    [`sk_live_${"a1".repeat(10)}`, "a Stripe key"],
    [`AIza${"a1B_".repeat(8)}abc`, "a Google API key"],
    [`SG.${"a1".repeat(11)}.${"b2".repeat(21)}`, "a SendGrid key"],
    [`npm_${"a1".repeat(18)}`, "an npm token"],
    [`sk-proj-${"a1".repeat(12)}`, "an API key"],
    ["https://hooks.slack.com/services/T00/B00/x", "a webhook with its key"],
    ["postgres://shop:hunter2@db:5432/shop", "a URL with a password"],
    ["redis://:hunter2@cache:6379", "a URL with a password"],
    ["https://example.com/hook?token=abcdef0123", "a URL with a secret"],
    ["Server=db;User=shop;Password=hunter2;", "a connection string with a password"],
    ["DefaultEndpointsProtocol=https;AccountKey=abc==;", "a connection string with a password"],
    ["Authorization: Basic c2hvcDpodW50ZXIy", "credentials of HTTP"],
    ['{ "client_secret": "hunter2" }', "JSON with a secret"],
    ["https://example.com/@user:x", undefined],
    ["https://user@example.com/", undefined],
    ["https://example.com/?page=2&sort=name", undefined],
    ["AKIA", undefined],
    ["-----BEGIN PUBLIC KEY-----", undefined],
    ["eyJ", undefined],
    ["hello world", undefined],
    ["the bearer of this letter", undefined],
    ["da39a3ee5e6b4b0d3255bfef95601890afd80709", undefined],
    ["sk-shoes", undefined],
    ["task-123456789012345678901234567890", undefined],
  ];
  for (const [text, what] of forms)
    it(`${text.slice(0, 40)} is ${what ?? "none"}`, () => assert.equal(secretForm(text), what));

  it("are found inside of other text, to their ends", () => {
    const text = `a AKIAIOSFODNN7EXAMPLE b postgres://shop:hunter2@db/x c ghp_${"a1".repeat(18)} d`;
    assert.deepEqual(
      secretPlaces(text).map(({ start, end }) => text.slice(start, end)),
      ["AKIAIOSFODNN7EXAMPLE", "postgres://shop:hunter2@db/x", `ghp_${"a1".repeat(18)}`],
    );
    const key = "x -----BEGIN PRIVATE KEY-----\nMIIB\nAAAA\n-----END PRIVATE KEY----- y";
    assert.deepEqual(
      secretPlaces(key).map(({ start, end }) => key.slice(start, end)),
      ["-----BEGIN PRIVATE KEY-----\nMIIB\nAAAA\n-----END PRIVATE KEY-----"],
    );
  });
});

describe("Random texts", () => {
  const base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  const share = (letters: string, length: number): number =>
    Array.from({ length: 500 }, (_, seed) => randomText(seed, letters, length)).filter(looksRandom).length /
    500;

  it("are known by how their letters are mixed, nearly all of those with 32 letters or more", () => {
    assert.ok(share(base62, 24) > 0.9, `24: ${share(base62, 24)}`);
    assert.ok(share(base62, 32) > 0.97, `32: ${share(base62, 32)}`);
    assert.ok(share(base62, 43) > 0.98, `43: ${share(base62, 43)}`);
    assert.ok(share("0123456789abcdef", 64) === 1);
    assert.ok(share("abcdefghijklmnopqrstuvwxyz0123456789", 32) > 0.85);
  });

  const orderly = [
    "a-long-name-of-a-service-in-production-2",
    "MyServiceWithAVeryLongNameInCamelCase2",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders/web:1.4.2",
    `nginx@sha256:${"0123456789abcdef".repeat(4)}`,
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/token-AbCdEf",
    "550e8400-e29b-41d4-a716-446655440000",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "/usr/local/share/applications/orders/bin",
    "https://example.com/a/path/with/many/parts/index.html",
    "subnet-0123456789abcdef0,subnet-0fedcba9876543210",
    "2026-03-01T12:00:00.000Z",
    "org.springframework.boot.loader.JarLauncher",
    "-XX:MaxRAMPercentage=75.0 -XX:+UseContainerSupport",
  ];
  for (const text of orderly) it(`are not ${text}`, () => assert.equal(looksRandom(text), false));
});

describe("Values that may be stored", () => {
  const cases: readonly (readonly [name: string, value: string])[] = [
    ["IMAGE_TAG", "1.4.2"],
    ["IMAGE_TAG", "feature-login"],
    ["TAG", "da39a3ee5e6b4b0d3255bfef95601890afd80709"],
    ["IMAGE", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4"],
    ["AWS_REGION", "eu-west-1"],
    ["ACCOUNT_ID", "123456789012"],
    ["ROLE", "arn:aws:iam::123456789012:role/ecsTaskExecutionRole"],
    ["ENVIRONMENT", "staging"],
    ["FEATURE", "true"],
    ["REPLICAS", "3"],
    ["SUBNET", "subnet-0123456789abcdef0"],
    ["SERVICE_NAME", "orders"],
    ["serviceName", "orders"],
  ];
  for (const [name, value] of cases)
    it(`include ${name}=${value}`, () => assert.equal(mayBeStored(name, value), true));

  const kept: readonly (readonly [name: string, value: string])[] = [
    ["DB_PASSWORD", "1.4.2"],
    ["AUTH", "basic"],
    ["FOO", "hunter2"],
    ["FOO", "correct horse battery staple"],
    ["IMAGE_TAG", "AKIAIOSFODNN7EXAMPLE"],
    ["IMAGE_TAG", "sNk3Pq9ZtW4xVb7LmC2y"],
    ["DATABASE_URL", "postgres://shop:hunter2@db/shop"],
    ["HOST", "https://example.com/?q=abcdef"],
    ["PIN", "1234"],
  ];
  for (const [name, value] of kept)
    it(`do not include ${name}=${value}`, () => assert.equal(mayBeStored(name, value), false));

  it("are never secrets", () => {
    for (const [name, value] of cases) assert.equal(isSecret(name, value), false, `${name}=${value}`);
  });
});

describe("Secrets in arguments", () => {
  const found = (...list: (string | undefined)[]): string[] =>
    secretArguments(list).map(
      ({ index, secrecy, start, end }) => `${secrecy} ${list[index]!.slice(start, end)}`,
    );

  it("stand behind an option, in an assignment, or by themselves", () => {
    assert.deepEqual(found("serve", "--password", "hunter2"), ["secret hunter2"]);
    assert.deepEqual(found("--auth", "basic"), ["doubtful basic"]);
    assert.deepEqual(found("sh", "-c", "A=1 API_TOKEN=abc run; DB_PASS='x y' go"), [
      "secret abc",
      "secret 'x y'",
    ]);
    assert.deepEqual(found("--token=abc"), ["secret abc"]);
    assert.deepEqual(found("AKIAIOSFODNN7EXAMPLE"), ["secret AKIAIOSFODNN7EXAMPLE"]);
  });

  it("are not options, variables and what is not known", () => {
    assert.deepEqual(
      found("--password", "--abc", "--password", undefined, "PASSWORD=$DB_PASSWORD", "--user", "abc"),
      [],
    );
  });
});

describe("The judgment of secrets", () => {
  it("takes time that is linear in the length of a text", () => {
    for (const part of [
      "a.",
      "a:",
      "://a:",
      "eyJ",
      'A="',
      "password=",
      "?key=",
      "Bearer ",
      "sk-",
      "-----BEGIN ",
      "gl",
    ]) {
      const text = part.repeat(30_000);
      const took = cpuTimeOfSync(() => {
        judge("X", text);
        secretArguments([text]);
        secretPlaces(text);
      });
      assert.ok(took < 1_500, `${part}: ${took} ms`);
    }
  });
});
