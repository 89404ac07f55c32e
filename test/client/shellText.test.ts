import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { codeDeployCommand } from "../../client/src/model/appSpec.ts";
import { cliCommand } from "../../client/src/model/cliCommand.ts";
import { commentLine, quoted } from "../../client/src/model/shellText.ts";

/** What strangers may call a thing. */
const evil = [
  "'; echo pwned #",
  "$(echo pwned)",
  "`echo pwned`",
  "a\necho pwned\n",
  "a\recho pwned",
  "\\'; echo pwned; '",
  "a && echo pwned",
  '"; echo pwned; "',
];

/** The words that `aws` gets when a shell runs the text. */
function wordsOf(text: string): readonly string[] {
  const script = `aws() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${text}`;
  const { stdout, stderr } = spawnSync("/bin/sh", ["-c", script], { encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout.split("\0").slice(0, -1);
}

describe("Text for a shell", () => {
  for (const name of evil) {
    it(`keeps ${JSON.stringify(name)} in one word`, () => {
      assert.deepEqual(wordsOf(`aws ${quoted(name)}`), [name]);
    });

    it(`has ${JSON.stringify(name)} as a value only, in commands of the AWS CLI`, () => {
      const input = { cluster: name, service: name };
      const words = wordsOf(
        cliCommand({ operation: "UpdateService", input }, { profile: name, region: name }),
      );
      assert.deepEqual(words.slice(0, 6), ["ecs", "update-service", "--profile", name, "--region", name]);
      assert.deepEqual(JSON.parse(words[7] ?? ""), input);
      assert.equal(words.length, 8);

      const spec = JSON.stringify({ version: 0, name });
      const started = wordsOf(codeDeployCommand(name, name, spec, name));
      assert.deepEqual(started.slice(0, 8), [
        "deploy",
        "create-deployment",
        "--region",
        name,
        "--application-name",
        `AppECS-${name}-${name}`,
        "--deployment-group-name",
        `DgpECS-${name}-${name}`,
      ]);
      const revision = JSON.parse(started[9] ?? "") as { appSpecContent: { content: string } };
      assert.deepEqual(JSON.parse(revision.appSpecContent.content), JSON.parse(spec));
      assert.equal(started.length, 10);
    });

    it(`does nothing in a comment that has ${JSON.stringify(name)}`, () => {
      assert.deepEqual(wordsOf(`${commentLine(`Deploys ${name} to ${name}`)}\naws done`), ["done"]);
    });
  }
});
