import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

const definition = (memory: string): string => `{
  "family": "orders",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "${memory}",
  "containerDefinitions": [{ "name": "api", "image": "orders:1.4" }]
}
`;
const wrong =
  'Fargate has no task with 0.25 vCPU and 4 GiB (4096 MiB). With 256 CPU units it allows 512, 1024 or 2048 MiB. AWS answers "No Fargate configuration exists for given values".';
const rule = "fargate-cpu-memory-combination";

describe("taskwright check", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "taskwright-cli-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(path: string, text: string): void {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  function runWith(
    input: string | Buffer,
    ...args: string[]
  ): { code: number | null; output: string; errors: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: "utf8",
      input,
    });
    return { code: status, output: stdout, errors: stderr };
  }

  const run = (...args: string[]): ReturnType<typeof runWith> => runWith("", ...args);
  const check = (...args: string[]): ReturnType<typeof run> => run("check", ...args);
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");

  it("names file, line, column, severity and rule of each problem, counts them, and ends with 1", () => {
    write("task-definition.json", definition("4096"));
    const { code, output, errors } = check("task-definition.json");
    const lines = output.trimEnd().split("\n");
    assert.equal(
      lines.find((line) => line.includes(": error: ")),
      `task-definition.json:6:13: error: ${wrong} [${rule}]`,
    );
    assert.equal(lines.at(-1), "1 file, 1 error, 0 warnings");
    assert.deepEqual({ code, errors }, { code: 1, errors: "" });
  });

  it("prints what a terminal or GitHub Actions would act on as escapes", () => {
    const name = "\\u001b[2J\\n::stop-commands::x\\u202e";
    write("task-definition.json", `{ "family": "a", "containerDefinitions": [{ "name": "${name}" }] }`);
    for (const format of ["text", "github"]) {
      const { output } = check("--format", format, "task-definition.json");
      assert.match(output, /\\u001b\[2J\\u000a::stop-commands::x\\u202e/);
      assert.doesNotMatch(output, /^::stop|(?!\n)[\p{Cc}\p{Cf}]/mu);
    }
    write("::stop-commands::x", "{}");
    assert.match(check("::stop-commands::x").errors, /^taskwright check: ::stop/);
  });

  it("ends quietly when nobody reads on, and says so when the result cannot be written", () => {
    const labels = Array.from({ length: 9_000 }, (_, index) => `"label${index}": null`).join(", ");
    write(
      "task-definition.json",
      `{ "family": "a", "containerDefinitions": [{ "name": "a", "image": "b:1", "memory": 9, "dockerLabels": { ${labels} } }] }`,
    );
    const shell = (command: string): ReturnType<typeof spawnSync> =>
      spawnSync("sh", ["-c", command, process.execPath, program], { cwd: folder, encoding: "utf8" });
    assert.equal(shell('"$0" "$1" check task-definition.json | head -n 1').stderr, "");
    const full = shell('"$0" "$1" check task-definition.json > /dev/full');
    assert.equal(full.status, 2);
    assert.match(String(full.stderr), /^taskwright: the result cannot be written: .*\n$/);
  });

  it("reads what a command writes to a pipe that is named, and changes none", () => {
    write("wrong.json", definition("4096"));
    const bash = (line: string): readonly [number | null, string, string] => {
      const { status, stdout, stderr } = spawnSync("bash", ["-c", line, "bash", process.execPath, program], {
        cwd: folder,
        encoding: "utf8",
      });
      return [status, stdout, stderr];
    };
    const [code, output] = bash('"$1" "$2" check <(cat wrong.json) <(sed s/4096/512/ wrong.json)');
    assert.equal(code, 1);
    assert.match(output, new RegExp(`^/dev/fd/\\d+:6:13: error: .* \\[${rule}\\]$`, "m"));
    assert.match(output, /^2 files, 1 error, 0 warnings$/m);
    const quoted = `'{"family":"a","containerDefinitions":[{"name":"a","image":"b:1","memory":"8"}]}'`;
    const [fixed, , errors] = bash(
      `mkfifo taskdef.json; echo ${quoted} > taskdef.json & "$1" "$2" check --fix taskdef.json`,
    );
    assert.equal(fixed, 2);
    assert.match(errors, /cannot write taskdef\.json: it is no ordinary file; it was not fixed/);
  });

  it("says that settings cannot be read, and does not go on without them", () => {
    write("a.json", definition("512"));
    spawnSync("mkfifo", [join(folder, ".taskwrightrc.json")]);
    const path = join(realpathSync(folder), ".taskwrightrc.json");
    assert.deepEqual(check("a.json"), {
      code: 2,
      output: "",
      errors: `taskwright: cannot read ${path}: it is no ordinary file\n`,
    });
    rmSync(path);
    mkdirSync(path);
    assert.equal(check("a.json").code, 2);
    rmSync(path, { recursive: true });
    symlinkSync(path, path);
    assert.equal(check("a.json").code, 2);
    rmSync(path);
    symlinkSync(join(folder, "gone"), path);
    assert.equal(check("a.json").code, 0);
  });

  it("does not show what a linked .taskwrightrc.json leads to", () => {
    write("secret", "root:x:0:0");
    symlinkSync(join(folder, "secret"), join(folder, ".taskwrightrc.json"));
    write("a.json", definition("512"));
    const { code, errors } = check("a.json");
    assert.equal(code, 2);
    assert.match(errors, /\.taskwrightrc\.json is not valid JSON\.\n$/);
    assert.doesNotMatch(errors, /root|x:0/);
  });

  it("reads byte order marks and UTF-16", () => {
    for (const bytes of [
      Buffer.from(`\ufeff${definition("4096")}`),
      Buffer.from(`\ufeff${definition("4096")}`, "utf16le"),
      Buffer.from(definition("4096"), "utf16le"),
      Buffer.from(`\ufeff${definition("4096")}`, "utf16le").swap16(),
    ]) {
      writeFileSync(join(folder, "task-definition.json"), bytes);
      assert.match(check("task-definition.json").output, /^1 file, 1 error, 0 warnings$/m);
    }
  });

  it("says how a file is saved that the AWS CLI cannot read", () => {
    const notes = [
      [Buffer.from(`\ufeff${definition("512")}`), "UTF-8 with a byte order mark"],
      [Buffer.from(definition("512"), "utf16le"), "UTF-16 (LE)"],
      [Buffer.from(`\ufeff${definition("512")}`, "utf16le").swap16(), "UTF-16 (BE) with a byte order mark"],
    ] as const;
    for (const [bytes, encoding] of notes) {
      writeFileSync(join(folder, "a.json"), bytes);
      const { code, errors } = check("a.json");
      assert.equal(
        errors,
        `taskwright check: a.json is saved in ${encoding}, which the AWS CLI does not read; save it in UTF-8\n`,
      );
      assert.equal(code, 0);
    }
  });

  it("names what it cannot read below a folder", () => {
    write("sub/task-definition.json", definition("512"));
    spawnSync("mkfifo", [join(folder, "sub/taskdef.json")]);
    symlinkSync(join(folder, "gone"), join(folder, "sub/service.json"));
    const { code, output, errors } = check("sub");
    assert.equal(code, 0);
    assert.match(output, /^1 file, 0 errors, 0 warnings; 2 not checked$/m);
    assert.deepEqual(errors.trimEnd().split("\n").sort(), [
      "taskwright check: cannot read sub/service.json: there is no such file or folder; it was not checked",
      "taskwright check: cannot read sub/taskdef.json: it is no ordinary file; it was not checked",
    ]);
  });

  it("checks large files too, and says which it cannot", () => {
    write("sub/large.json", `${" ".repeat(600 * 1024)}${definition("4096")}`);
    write("sub/huge.json", " ".repeat(16 * 1024 * 1024 + 1));
    const { output, errors } = check("sub");
    assert.match(output, /^1 file, 1 error, 0 warnings; 1 not checked$/m);
    assert.equal(
      errors,
      "taskwright check: cannot read sub/huge.json: it has more than 16777216 bytes; it was not checked\n",
    );
  });

  it("writes lines that the problem matcher of the extension takes apart", () => {
    const { contributes } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    const [{ name, pattern }] = contributes.problemMatchers;
    assert.equal(name, "taskwright");
    write("task-definition.json", definition("4096"));
    const { output } = check("task-definition.json");
    const found = output.split("\n").flatMap((line) => {
      const parts = new RegExp(pattern.regexp).exec(line);
      return parts
        ? [
            [pattern.file, pattern.line, pattern.column, pattern.severity, pattern.message, pattern.code].map(
              (index: number) => parts[index],
            ),
          ]
        : [];
    });
    // Hints stay in the output.
    assert.deepEqual(found, [["task-definition.json", "6", "13", "error", wrong, rule]]);
  });

  it("ends with 0 when nothing is wrong", () => {
    write("task-definition.json", definition("512"));
    const { code, output } = check("task-definition.json");
    assert.match(output, /^1 file, 0 errors, 0 warnings$/m);
    assert.equal(code, 0);
  });

  it("checks the task definitions and services below a folder, and nothing else there", () => {
    write("b/task-definition.json", definition("512"));
    write("a/taskdef.json", definition("4096"));
    write("a/service.json", '{ "scripts": {} }');
    write("a/node_modules/x/task-definition.json", definition("4096"));
    write("prod.json", definition("4096"));
    write("c/plain", definition("4096"));
    symlinkSync(join(folder, "c/plain"), join(folder, "c/linked.json"));
    symlinkSync(folder, join(folder, "c/round"));
    const { code, output, errors } = check("--format", "json", ".");
    const files = JSON.parse(output) as { file: string; kind: string }[];
    assert.deepEqual(
      files.map(({ file, kind }) => [file, kind]),
      [
        [join("a", "taskdef.json"), "task-definition"],
        [join("b", "task-definition.json"), "task-definition"],
        [join("c", "linked.json"), "task-definition"],
        ["prod.json", "task-definition"],
      ],
    );
    assert.deepEqual(
      { code, errors },
      {
        code: 1,
        errors:
          "taskwright check: left out 1 file without a definition of ECS and 2 folders (a/node_modules, c/round)\n",
      },
    );
  });

  it("checks each file once, however it is named", () => {
    write("a/task-definition.json", definition("4096"));
    const { output } = check("a", "./a/task-definition.json", "a/task-definition.json", ".");
    assert.match(output, /^1 file, 1 error, 0 warnings$/m);
  });

  it("sees a service against the task definition beside it", () => {
    write("task-definition.json", definition("512"));
    write(
      "ecs-service.json",
      JSON.stringify({
        serviceName: "orders",
        taskDefinition: "orders",
        desiredCount: 1,
        launchType: "FARGATE",
      }),
    );
    const { code, output } = check("--format", "github", ".");
    assert.match(output, /^::error file=ecs-service\.json,line=1,.*title=network-configuration-required::/m);
    assert.equal(code, 1);
  });

  it("annotates lines of a pull request in the words of GitHub Actions", () => {
    write("a, b.task-definition.json", definition("4096"));
    const { output } = check("--format", "github", "a, b.task-definition.json");
    assert.equal(
      output.split("\n").find((line) => line.startsWith("::error")),
      `::error file=a%2C b.task-definition.json,line=6,col=13,endLine=6,endColumn=19,title=${rule}::${wrong}`,
    );
  });

  it("writes SARIF that names each rule, and each place from the working directory on", () => {
    write("my shop/task-definition.json", definition("4096"));
    const { code, output } = check("--format", "sarif", "my shop/task-definition.json");
    const {
      version,
      runs: [{ tool, results }],
    } = JSON.parse(output);
    assert.equal(version, "2.1.0");
    const described = tool.driver.rules.find(({ id }: { id: string }) => id === rule);
    assert.equal(
      described.helpUri,
      `https://github.com/taskwright/taskwright/blob/main/docs/rules/README.md#${rule}`,
    );
    assert.match(described.shortDescription.text, /^[A-Z].*\.$/);
    const found = results.find(({ ruleId }: { ruleId: string }) => ruleId === rule);
    assert.deepEqual([found.level, found.message.text], ["error", wrong]);
    assert.deepEqual(found.locations[0].physicalLocation, {
      artifactLocation: { uri: "my%20shop/task-definition.json" },
      region: { startLine: 6, startColumn: 13, endLine: 6, endColumn: 19 },
    });
    assert.equal(code, 1);
  });

  it("takes more warnings than allowed for a problem", () => {
    write("task-definition.json", definition("512"));
    write(".taskwrightrc.json", JSON.stringify({ rules: { "log-configuration-missing": "warning" } }));
    assert.equal(check("task-definition.json").code, 0);
    assert.equal(check("--max-warnings", "1", "task-definition.json").code, 0);
    assert.equal(check("--max-warnings", "0", "task-definition.json").code, 1);
  });

  it("takes the severities beside the file, and refuses a rule or a severity that does not exist", () => {
    write("task-definition.json", definition("4096"));
    const configure = (text: string): void => write(".taskwrightrc.json", text);
    configure(JSON.stringify({ rules: { "log-configuration-missing": "off", [rule]: "off" } }));
    assert.equal(check("task-definition.json").output, "1 file, 0 errors, 0 warnings\n");
    const file = join(folder, ".taskwrightrc.json");
    const refusals = {
      '{ "rules": { "no-such-rule": "off" } }': `${file} names the rule "no-such-rule", which does not exist. docs/rules/README.md lists the rules.`,
      [`{ "rules": { "${rule}": "of" } }`]: `${file} gives "${rule}" the severity "of". Use error, warning, information, hint, off.`,
      null: `${file} has to look like { "rules": { "image-tag-latest": "off" } }.`,
    };
    for (const [text, message] of Object.entries(refusals)) {
      configure(text);
      assert.deepEqual(check("task-definition.json"), {
        code: 2,
        output: "",
        errors: `taskwright: ${message}\n`,
      });
    }
  });

  it("takes presets, comments and what holds for some files only from the configuration", () => {
    const text = definition("512").replace(
      '"family"',
      '"taskRoleArn": "arn:aws:iam::123456789012:role/a", "family"',
    );
    write("live/task-definition.json", text);
    write("legacy/old/task-definition.json", text);
    const legacy = { files: ["legacy/**"], rules: { "user-missing": "off" } };
    write(
      ".taskwrightrc.json",
      `// for all\n{ "presets": ["aws-security"], "rules": { "tags-missing": "off" }, "overrides": [${JSON.stringify(legacy)},] }`,
    );
    const found = (file: string): string[] => {
      const [{ diagnostics }] = JSON.parse(check("--format", "json", file).output);
      return diagnostics.map(
        ({ code, severity }: { code: string; severity: string }) => `${severity} ${code}`,
      );
    };
    assert.deepEqual(
      found("live/task-definition.json").filter(
        (each) => !found("legacy/old/task-definition.json").includes(each),
      ),
      ["warning user-missing"],
    );
    assert.ok(found("live/task-definition.json").includes("warning readonly-root-filesystem"));
    assert.ok(!found("live/task-definition.json").includes("warning tags-missing"));
  });

  it("says what may be meant by a slip in the configuration", () => {
    write("task-definition.json", definition("512"));
    const file = join(folder, ".taskwrightrc.json");
    for (const [text, message] of [
      [
        '{ "rules": { "image-tag-lates": "off" } }',
        'names the rule "image-tag-lates", which does not exist. Did you mean "image-tag-latest"?',
      ],
      ['{ "rule": {} }', 'has a member "rule", which means nothing. Did you mean "rules"?'],
      [
        '{ "presets": ["security"] }',
        'names the preset "security". There are aws-security and well-architected.',
      ],
      [
        '{ "overrides": [{ "rules": {} }] }',
        ': an override has to look like { "files": ["legacy/**"], "rules": { "image-tag-latest": "off" } }.',
      ],
      ['{ "overrides": {} }', ': "overrides" has to be a list.'],
      ['{ "presets": "aws-security" }', ': "presets" has to be a list of names.'],
      ["{", " is not valid JSON."],
    ] as const) {
      write(".taskwrightrc.json", text);
      const space = /^[:\s]/.test(message) ? "" : " ";
      assert.equal(check("task-definition.json").errors, `taskwright: ${file}${space}${message}\n`);
    }
  });

  it("names in SARIF the controls of others that ask for the same", () => {
    write("task-definition.json", definition("512"));
    write(".taskwrightrc.json", '{ "rules": { "readonly-root-filesystem": "warning" } }');
    const [{ tool, results, taxonomies }] = JSON.parse(
      check("--format", "sarif", "task-definition.json").output,
    ).runs;
    const hub = { id: "ECS.5", toolComponent: { name: "AWS Security Hub" } };
    const ofRule = tool.driver.rules.find(({ id }: { id: string }) => id === "readonly-root-filesystem");
    assert.deepEqual(ofRule.relationships[0], { target: hub, kinds: ["relevant"] });
    const found = results.find(({ ruleId }: { ruleId: string }) => ruleId === "readonly-root-filesystem");
    assert.deepEqual(found.taxa[0], hub);
    assert.deepEqual(taxonomies[0].taxa.map(({ id }: { id: string }) => id).includes("ECS.5"), true);
    assert.equal(tool.driver.supportedTaxonomies[0].name, "AWS Security Hub");
  });

  it("says of a named file that it was not checked, whatever the format, and does not pass", () => {
    write("package.json", '{ "name": "shop" }');
    write("task-definition.json", definition("512"));
    const stranger =
      "taskwright check: package.json is neither a task definition nor a service; it was not checked\n";
    assert.deepEqual(check("--format", "json", "package.json"), {
      code: 2,
      output: `${JSON.stringify([{ file: "package.json", kind: "unknown", diagnostics: [] }], null, 2)}\n`,
      errors: `${stranger}taskwright check: nothing was checked\n`,
    });
    const { code, output, errors } = check("package.json", "task-definition.json");
    assert.match(output, /^1 file, 0 errors, 0 warnings; 1 not checked$/m);
    assert.deepEqual({ code, errors }, { code: 2, errors: stranger });
    assert.equal(check("--ignore-unknown", "package.json", "task-definition.json").code, 0);
  });

  it("never says that there are no errors where nothing was checked", () => {
    write("task-definition.json", "");
    write("sub/task-definition.json", " \n");
    write("sub/broken.yaml", "- [containerDefinitions\n");
    const empty = "task-definition.json is empty; it was not checked\n";
    assert.deepEqual(check("task-definition.json"), {
      code: 2,
      output: "",
      errors: `taskwright check: ${empty}taskwright check: nothing was checked\n`,
    });
    const { code, output, errors } = check("sub");
    assert.deepEqual({ code, output }, { code: 2, output: "" });
    assert.match(
      errors,
      /^taskwright check: sub\/broken\.yaml cannot be read as YAML: line 2: .*; it was not checked$/m,
    );
    assert.ok(errors.endsWith(`taskwright check: sub/${empty}taskwright check: nothing was checked\n`));
  });

  it("reads standard input, and knows by its name or by its text what it is", () => {
    const named = runWith(definition("4096"), "check", "-");
    assert.equal(
      named.output.split("\n").find((line) => line.includes(": error: ")),
      `<stdin>:6:13: error: ${wrong} [${rule}]`,
    );
    assert.equal(named.code, 1);
    const yaml =
      "family: orders\nrequiresCompatibilities: [FARGATE]\nnetworkMode: awsvpc\ncpu: '256'\nmemory: '4096'\ncontainerDefinitions:\n- name: api\n  image: orders:1.4\n";
    assert.match(runWith(yaml, "check", "-").output, /^<stdin>:5:9: error: /m);
    const module = `resource "aws_ecs_task_definition" "orders" {\n  family = "orders"\n  requires_compatibilities = ["FARGATE"]\n  network_mode = "awsvpc"\n  cpu = 256\n  memory = 4096\n  container_definitions = jsonencode([{ name = "api", image = "orders:1.4" }])\n}\n`;
    assert.match(runWith(module, "check", "-").output, /^<stdin>:6:12: error: /m);
    write("a/.taskwrightrc.json", JSON.stringify({ rules: { [rule]: "off" } }));
    assert.equal(runWith(definition("4096"), "check", "--stdin-name", "a/taskdef.json", "-").code, 0);
    assert.match(
      runWith("{}", "check", "--stdin-name", "a/taskdef.json", "-").output,
      /^a\/taskdef\.json:1:1: error: /m,
    );
    assert.equal(runWith("", "check", "-").code, 2);
    assert.match(
      runWith(Buffer.from(`\ufeff${definition("4096")}`, "utf16le"), "check", "-").output,
      /1 error/,
    );
  });

  describe("--fix", () => {
    const broken = (end = "\n"): string =>
      definition("512").replace('"name"', '"memory": "512", "name"').replaceAll("\n", end);
    const mended = (end = "\n"): string =>
      broken(end).replace('"memory": "512", "name"', '"memory": 512, "name"');

    it("applies the safe fixes, says what it did, and reports what is left", () => {
      write("task-definition.json", broken().replace('"512",\n', '"4096",\n'));
      const { code, output, errors } = check("--fix", "task-definition.json");
      assert.equal(read("task-definition.json"), mended().replace('"512",\n', '"4096",\n'));
      assert.equal(errors, "taskwright check: fixed task-definition.json: Write 512 without quotes\n");
      assert.match(output, /^1 file, 1 error, 0 warnings$/m);
      assert.equal(code, 1);
      assert.equal(check("--fix", "task-definition.json").errors, "");
      assert.deepEqual(readdirSync(folder), ["task-definition.json"]);
    });

    it("keeps encoding, byte order mark, line ends, mode and links", () => {
      const cases = [
        (text: string) => Buffer.from(`\ufeff${text}`),
        (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
        (text: string) => Buffer.from(text, "utf16le").swap16(),
      ];
      for (const [index, encode] of cases.entries()) {
        writeFileSync(join(folder, `${index}.json`), encode(broken("\r\n")));
        chmodSync(join(folder, `${index}.json`), 0o640);
        symlinkSync(join(folder, `${index}.json`), join(folder, `link${index}.json`));
        assert.equal(check("--fix", `link${index}.json`).code, 0);
        assert.deepEqual(readFileSync(join(folder, `${index}.json`)), encode(mended("\r\n")));
        assert.equal(statSync(join(folder, `${index}.json`)).mode & 0o777, 0o640);
        assert.equal(
          realpathSync(join(folder, `link${index}.json`)),
          realpathSync(join(folder, `${index}.json`)),
        );
      }
    });

    it("does not change a file whose bytes it cannot give back", () => {
      const bytes = Buffer.concat([
        Buffer.from(broken().replace("orders:1.4", "orders:")),
        Buffer.from([0xe9, 0x0a]),
      ]);
      const latin = Buffer.from(broken().replace('"orders"', '"caf\u00e9"'), "latin1");
      for (const each of [latin, bytes]) {
        writeFileSync(join(folder, "a.json"), each);
        const { code, errors } = check("--fix", "a.json");
        assert.match(
          errors,
          /cannot write a\.json: it is saved neither in UTF-8 nor in UTF-16; it was not fixed/,
        );
        assert.equal(code, 2);
        assert.deepEqual(readFileSync(join(folder, "a.json")), each);
      }
    });

    it("changes a template of another tool only if the file itself is named", () => {
      const template = `Resources:\n  Api:\n    Type: AWS::ECS::Service\n    Properties:\n      TaskDefinition: orders:1\n      DesiredCount: 1\n      CapacityProviderStrategy:\n        - CapacityProvider: fargate\n      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-12345678]}}\n`;
      write("template.yaml", template);
      const { errors } = check("--fix", ".");
      assert.match(errors, /template\.yaml belongs to another tool and was not fixed \(/);
      assert.equal(read("template.yaml"), template);
      assert.match(check("--fix", "template.yaml").errors, /^taskwright check: fixed template\.yaml: /);
      assert.equal(read("template.yaml"), template.replace("fargate", "FARGATE"));
    });
  });

  it("ends with 2 and says why, when it cannot run", () => {
    mkdirSync(join(folder, "empty"));
    const cases: [string[], string][] = [
      [[], "name at least one file or folder, or - for standard input"],
      [["missing.json"], "cannot read missing.json: there is no such file or folder"],
      [["empty"], "nothing was checked"],
      [["--format", "xml", "a.json"], '--format takes text, json, github, sarif, not "xml"'],
      [["--max-warnings", "few", "a.json"], '--max-warnings takes a number from 0, not "few"'],
      [["--fox", "a.json"], "Unknown option '--fox'"],
      [["--fix", "-"], "--fix changes files and cannot change standard input"],
      [["--stdin-name", "a.json", "a.json"], "--stdin-name needs - for standard input"],
    ];
    for (const [args, message] of cases)
      assert.deepEqual(check(...args), { code: 2, output: "", errors: `taskwright check: ${message}\n` });
  });

  it("explains itself", () => {
    const { code, output } = run("check", "--help");
    assert.match(output, /^Usage:\n {2}taskwright check .*FILE\|FOLDER/);
    assert.equal(code, 0);
    for (const args of [["--help"], ["-h"], ["help"], ["help", "check"]])
      assert.equal(run(...args).output, output);
    assert.deepEqual(run("chek"), { code: 2, output: "", errors: output });
  });

  it("tells its version", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    for (const word of ["--version", "version", "-v"])
      assert.deepEqual(run(word), { code: 0, output: `${version}\n`, errors: "" });
  });
});
