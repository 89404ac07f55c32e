import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import type { Finding } from "../../server/src/service/features/finding.ts";
import { validate } from "../../server/src/service/features/validate.ts";
import { fixAll } from "../../server/src/service/features/fixAll.ts";

/** Real files of other people, kept beside the project because of their licences. */
const corpus = new URL("../../../shared/corpus/", import.meta.url);

interface CorpusFile {
  readonly file: string;
  readonly verdict: "valid" | "tool-specific" | "invalid" | "probable-invalid" | "template" | "not-json";
  /** What is wrong, in words that {@link expectedErrors} knows. */
  readonly why: readonly string[];
}

/** Warnings that files deserve although AWS takes them, and why. */
const deserved: Readonly<Record<string, string>> = {
  "272-aws-samples-amazon-ecs-firelens-examples-task-definition.json plaintext-log-secret":
    "A password stands in the options of the log driver.",
  "297-aws-samples-amazon-ecs-firelens-examples-task_definition.json fargate-firelens-s3-config":
    "Registered, but Fargate does not fetch the configuration from S3.",
  "426-boto-botocore-examples-1-to-register-a-task-definition-1470764550877.json empty-role-string":
    "An empty role, which the API has come to refuse.",
  "449-jhpyle-docassemble-taskdefinition-sql.json env-plaintext-secret":
    "The password of a database stands in a variable.",
};

/** Reasons why AWS refuses a file, and the error that foretells each. */
const expectedErrors: readonly (readonly [RegExp, string])[] = [
  [/healthCheck.*(?:missing required command|empty command)/, "health-command-required"],
  [/hostPort \d+ != containerPort/, "host-port-awsvpc"],
  [/expected list, got dict/, "wrong-type-list"],
  [/executionRoleArn missing but needed for \['awslogs'\]/, "execution-role-missing-awslogs-fargate"],
  [/expected integer, got "/, "wrong-type-integer"],
];

describe("Real files", () => {
  if (!existsSync(new URL("manifest.jsonl", corpus))) {
    it("are not there, so nothing is known of them", function () {
      process.stdout.write("      (skipped: there is no corpus of real files beside the project)\n");
      this.skip();
    });
    return;
  }

  it("that AWS takes have no error, and no warning but those that they deserve", () => {
    const found = of("valid").flatMap(({ file, findings }) =>
      findings
        .filter(({ severity }) => severity === "error" || severity === "warning")
        .map(({ code }) => `${file} ${code}`),
    );
    assert.deepEqual([...new Set(found)].sort(), Object.keys(deserved).filter(isInCorpus).sort());
  });

  it("that some tool takes have no error, nor have those of which it is not certain", () => {
    assert.deepEqual(errors("tool-specific"), []);
    assert.deepEqual(errors("probable-invalid"), []);
  });

  it("that AWS refuses have the error that is named", () => {
    for (const { file, why, findings } of of("invalid")) {
      const codes = findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
      const expected = expectedErrors.flatMap(([reason, code]) =>
        why.some((text) => reason.test(text)) ? [code] : [],
      );
      assert.notDeepEqual(expected, [], `${file}: what should be found? ${why.join("; ")}`);
      assert.deepEqual(
        expected.filter((code) => !codes.includes(code)),
        [],
        file,
      );
    }
  });

  it("that become JSON only later, or never, have one error at most, that of their syntax", () => {
    assert.deepEqual(errors("template"), []);
    assert.deepEqual(
      errors("not-json").map((error) => error.split(" ")[1]),
      of("not-json").map(() => "json-syntax:"),
    );
  });

  it("are JSON without safe fixes after all safe fixes, and have no new errors if AWS takes them", () => {
    for (const { file, text, verdict } of [...of("valid"), ...of("tool-specific")]) {
      const edits = fixAll(document(file, text)).toReversed();
      const fixed = edits.reduce(
        (result, { offset, length, text: inserted }) =>
          result.slice(0, offset) + inserted + result.slice(offset + length),
        text,
      );
      const after = validate(document(file, fixed));
      assert.deepEqual(
        after
          .filter(
            ({ code, severity, fixes }) =>
              code === "json-syntax" ||
              fixes.some(({ isSafe }) => isSafe) ||
              (verdict === "valid" && severity === "error"),
          )
          .map(({ code }) => code),
        [],
        file,
      );
    }
  });
});

interface Checked extends CorpusFile {
  readonly text: string;
  readonly findings: readonly Finding[];
}

function of(verdict: CorpusFile["verdict"]): Checked[] {
  return files()
    .filter((candidate) => candidate.verdict === verdict)
    .map((candidate) => {
      const text = readFileSync(new URL(`files/${candidate.file}`, corpus), "utf8");
      return { ...candidate, text, findings: validate(document(candidate.file, text)) };
    });
}

function errors(verdict: CorpusFile["verdict"]): string[] {
  return of(verdict).flatMap(({ file, findings }) =>
    findings
      .filter(({ severity }) => severity === "error")
      .map(({ code, message }) => `${file} ${code}: ${message}`),
  );
}

function document(file: string, text: string): ReturnType<typeof parseEcsDocument> {
  return parseEcsDocument(`file:///workspace/${file}`, text);
}

function files(): CorpusFile[] {
  return readFileSync(new URL("manifest.jsonl", corpus), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as CorpusFile);
}

function isInCorpus(entry: string): boolean {
  return files().some(({ file }) => entry.startsWith(`${file} `));
}
