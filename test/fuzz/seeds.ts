import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createLanguageService } from "../../server/src/service/service.ts";
import { ruleFacts } from "../../server/src/service/rules/index.ts";
import { parseRulePage } from "../support/rulePage.ts";
import type { FuzzFile } from "./case.ts";

const root = new URL("../../", import.meta.url);

/** Files of other people, kept beside the project because of their licences. */
const usualCorpus = new URL("../shared/corpus/files/", root);

/** The texts that are mutated, in an order that is always the same. */
export function seeds(corpus = fileURLToPath(usualCorpus)): readonly FuzzFile[] {
  return [...byHand, ...samples(), ...scaffolds(), ...rulePages(), ...corpusFiles(corpus)];
}

/** Short ones that hold what other texts lack. */
const byHand: readonly FuzzFile[] = [
  { name: "task-definition.json", text: "" },
  { name: "ecs-service.json", text: "{}" },
  {
    name: "task-definition.json",
    text: '{"family":"b", ${EXTRA} "cpu":"256", "memory": {{ .Memory }}, "tags": ${TAGS}}',
  },
  {
    name: "task-definition.json",
    text: '{\n  "family": "shop", // the shop, and "more"\n  {{ if .Fargate }}\n  "requiresCompatibilities": ["FARGATE"],\n  {{ end }}\n  /* one, two */ "networkMode": "bridge",\n  "containerDefinitions": [{ "name": "web", "image": "nginx:$TAG", "cpu": "10", "portMappings": [{ "hostPort": 1, "containerPort": 2 },] }]\n}\n',
  },
  {
    name: "task-definition.json",
    text: '{"family": "a", "family": "b", "containerDefinitions": [{"name": "a", "name": "b", "image": "x", "memory": 8, "dependsOn": [{"containerName": "b", "condition": "START"}]}]}',
  },
];

function samples(): readonly FuzzFile[] {
  return globSync("samples/**/*.json", { cwd: fileURLToPath(root) })
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, root), "utf8") }));
}

function scaffolds(): readonly FuzzFile[] {
  const service = createLanguageService();
  return (["task-definition", "service"] as const).flatMap((kind) =>
    service.newFileChoices(kind).scaffolds.flatMap(({ id }) => {
      const text = service.newFile(kind, id, { family: "shop" });
      return text === undefined
        ? []
        : [{ name: kind === "service" ? "ecs-service.json" : "task-definition.json", text }];
    }),
  );
}

function rulePages(): readonly FuzzFile[] {
  const folder = new URL("docs/rules/", root);
  const ids = new Set(ruleFacts.map(({ id }) => id));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .flatMap((page) =>
      parseRulePage(readFileSync(new URL(page, folder), "utf8"), ids).flatMap(
        ({ text, file, companions }) => [
          { name: file ?? nameFor(text), text },
          ...[...companions].map(([name, companion]) => ({ name, text: companion })),
        ],
      ),
    );
}

function corpusFiles(path: string): readonly FuzzFile[] {
  if (!existsSync(path)) return [];
  const folder = pathToFileURL(`${path}/`);
  return readdirSync(path)
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(encodeURIComponent(name), folder), "utf8") }));
}

function nameFor(text: string): string {
  return text.includes('"containerDefinitions"') ? "task-definition.json" : "ecs-service.json";
}
