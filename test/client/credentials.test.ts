import assert from "node:assert/strict";
import { Credentials, type AskMfaCode } from "../../client/src/aws/credentials.ts";
import { HandClock } from "../support/handClock.ts";

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly expiration?: Date;
}

const minute = 60_000;
const denied = new Error("MultiFactorAuthentication failed");

describe("Credentials", () => {
  let clock: HandClock;
  let loads: number;
  let load: (askMfaCode: AskMfaCode) => Promise<Keys>;
  let answer: () => Promise<string>;
  let credentials: Credentials;
  beforeEach(() => {
    clock = new HandClock();
    loads = 0;
    load = async () => key();
    answer = async () => "123456";
    credentials = new Credentials(
      (ask) => {
        loads += 1;
        return load(ask);
      },
      () => answer(),
      clock,
    );
  });
  const key = (lasting?: number): Keys => ({
    accessKeyId: `AKIA${loads}`,
    secretAccessKey: "secret",
    ...(lasting === undefined ? {} : { expiration: new Date(clock.now() + lasting) }),
  });
  const used = async (): Promise<string> => (await credentials.provider()).accessKeyId;
  const withMfa = async (ask: AskMfaCode): Promise<Keys> => {
    await ask("arn:aws:iam::123456789012:mfa/me");
    return key(60 * minute);
  };

  it("are loaded once for all who ask, and kept as long as AWS accepts them", async () => {
    assert.deepEqual(await Promise.all([used(), used()]), ["AKIA1", "AKIA1"]);
    clock.advance(10_000 * minute);
    assert.equal(await used(), "AKIA1");
  });

  it("are loaded anew after AWS refused them, since the keys in a file may be others now", async () => {
    await used();
    clock.advance(1);
    credentials.refused(credentials.generation, denied);
    assert.equal(credentials.areFailing, true);
    assert.equal(await used(), "AKIA2");
    credentials.accepted();
    assert.equal(credentials.areFailing, false);
  });

  it("are not loaded again because a call that began before was refused", async () => {
    await used();
    clock.advance(1);
    const { generation } = credentials;
    credentials.refused(generation, denied);
    clock.advance(1);
    assert.equal(await used(), "AKIA2");
    credentials.refused(generation, denied);
    assert.equal(await used(), "AKIA2");
  });

  it("are loaded anew some minutes before their end, while those present are used on", async () => {
    load = async () => key(60 * minute);
    await used();
    clock.advance(54 * minute);
    assert.equal(await used(), "AKIA1");
    clock.advance(2 * minute);
    assert.equal(await used(), "AKIA1");
    assert.equal(loads, 2);
    assert.equal(await used(), "AKIA2");
  });

  it("ask for an MFA code once when it is dismissed, until the user acts", async () => {
    load = withMfa;
    let asked = 0;
    answer = async () => {
      asked += 1;
      throw new Error("No MFA code was given.");
    };
    for (let each = 0; each < 3; each++)
      await assert.rejects(used(), { name: "CredentialsProviderError", message: "No MFA code was given." });
    assert.equal(asked, 1);
    assert.equal(credentials.areFailing, true);
    credentials.renew();
    answer = async () => ((asked += 1), "123456");
    assert.equal(await used(), "AKIA2");
    assert.equal(asked, 2);
  });

  it("ask for an MFA code once when it was wrong, and when AWS refuses what came of it", async () => {
    load = async (ask) => {
      await ask("arn:aws:iam::123456789012:mfa/me");
      throw denied;
    };
    await assert.rejects(used(), { message: denied.message });
    await assert.rejects(used(), { message: denied.message });
    assert.equal(loads, 1);
    credentials.renew();
    load = withMfa;
    await used();
    clock.advance(minute);
    credentials.refused(credentials.generation, new Error("The region is not enabled."));
    await assert.rejects(used(), { message: "The region is not enabled." });
    assert.equal(loads, 2);
  });

  it("ask for an MFA code again when the session is over", async () => {
    load = withMfa;
    await used();
    clock.advance(60 * minute);
    credentials.refused(credentials.generation, new Error("The security token is expired."));
    assert.equal(await used(), "AKIA2");
  });

  it("use those that last a little longer when the question about the next is dismissed", async () => {
    load = withMfa;
    await used();
    answer = () => Promise.reject(new Error("No MFA code was given."));
    clock.advance(57 * minute);
    assert.equal(await used(), "AKIA1");
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(await used(), "AKIA1");
    assert.equal(loads, 2);
    clock.advance(3 * minute);
    await assert.rejects(used(), { message: "No MFA code was given." });
  });

  it("are not waited for without end where a program gives none, but as long as the user types", async () => {
    load = () => new Promise(() => undefined);
    const waiting = assert.rejects(used(), { name: "TimeoutError" });
    clock.advance(minute);
    await waiting;
    const again = assert.rejects(used(), { name: "TimeoutError" });
    assert.equal(loads, 1, "The program is not started a second time while it runs.");
    clock.advance(minute);
    await again;

    credentials.renew();
    load = withMfa;
    let type: (code: string) => void = () => undefined;
    answer = () => new Promise((resolve) => (type = resolve));
    const asking = used();
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(10 * minute);
    type("123456");
    assert.equal(await asking, "AKIA2");
    assert.equal(clock.waiting, 0);
  });

  it("tell those who wait for it that the user has renewed them", async () => {
    const controller = new AbortController();
    const waiting = credentials.renewed(controller.signal);
    const leaving = assert.rejects(credentials.renewed(AbortSignal.abort()), { name: "AbortError" });
    credentials.renew();
    await Promise.all([waiting, leaving]);
  });
});
