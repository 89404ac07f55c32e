import { existsSync } from "node:fs";
import { relative, sep } from "node:path";
import type { ESLint, Rule } from "eslint";
import { circles, readSources } from "./circles.ts";
import { resolved } from "./resolved.ts";
import { shownText } from "./shownText.ts";
import { type Wall, walls } from "./walls.ts";

/** An import as the rules see it: ESLint's types know no TypeScript. */
interface Import {
  readonly source?: { readonly value?: unknown } | null;
  readonly importKind?: string;
  readonly exportKind?: string;
}

/** The row of the table that a file belongs to: the one with the longest folder. */
export function wallOf(file: string): Wall | undefined {
  return walls
    .filter(({ folder }) => isIn(file, folder))
    .sort((a, b) => b.folder.length - a.folder.length)
    .at(0);
}

/** Why a file may not import what it names; undefined if it may. */
export function refusal(file: string, specifier: string, isTypeOnly: boolean): string | undefined {
  const wall = wallOf(file);
  if (!wall) return undefined;
  if (!specifier.startsWith(".")) return packageRefusal(wall, specifier, isTypeOnly);
  const target = resolved(file, specifier);
  if (wallOf(target) === wall || wall.mayImport.some((folder) => isIn(target, folder))) return undefined;
  if (isTypeOnly && wall.mayImportTypesOf?.some((folder) => isIn(target, folder))) return undefined;
  return `${wall.folder} may not import ${target}. ${wall.because}`;
}

/** Types of the AWS SDK are erased, and the client's words are about them. */
function packageRefusal(wall: Wall, specifier: string, isTypeOnly: boolean): string | undefined {
  if (wall.packages?.some((name) => matches(specifier, name))) return undefined;
  if (isTypeOnly && wall.folder.startsWith("client/src") && specifier.startsWith("@aws-sdk/"))
    return undefined;
  return `${wall.folder} may not import ${specifier}. ${wall.because}`;
}

function matches(specifier: string, name: string): boolean {
  if (name.endsWith("*")) return specifier.startsWith(name.slice(0, -1));
  return specifier === name || specifier.startsWith(`${name}/`);
}

function isIn(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

function nameOf({ source }: Import): string | undefined {
  return typeof source?.value === "string" ? source.value : undefined;
}

function fileOf({ cwd, filename }: Rule.RuleContext): string {
  return relative(cwd, filename).split(sep).join("/");
}

const forms =
  "ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType";

/** Refuses imports that the table of walls does not allow. */
const mayImport: Rule.RuleModule = {
  meta: { type: "problem", schema: [], docs: { description: "imports keep to the table of walls" } },
  create(context) {
    return {
      [forms](node: Rule.Node & Import) {
        const name = nameOf(node);
        if (name === undefined) {
          if (node.type === "ImportExpression")
            context.report({
              node,
              message: "An import names its file, so that the walls can be checked.",
            });
          return;
        }
        const isTypeOnly =
          node.importKind === "type" ||
          node.exportKind === "type" ||
          (node.type as string) === "TSImportType";
        const message = refusal(fileOf(context), name, isTypeOnly);
        if (message) context.report({ node, message });
      },
    };
  },
};

let found: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The circles of the sources as they were when lint started. */
function circlesOnce(): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = ["shared/src", "server/src", "client/src", "simulator/src"];
  return (found ??= circles(readSources(folders.filter((folder) => existsSync(folder)))));
}

/** Refuses imports that lead back to the file they stand in. */
const noCircle: Rule.RuleModule = {
  meta: { type: "problem", schema: [], docs: { description: "no file imports itself through others" } },
  create(context) {
    const file = fileOf(context);
    const circle = circlesOnce().get(file);
    if (!circle) return {};
    return {
      [forms](node: Rule.Node & Import) {
        const name = nameOf(node);
        if (!name?.startsWith(".")) return;
        const target = resolved(file, name);
        if (circle.has(target))
          context.report({ node, message: `${target} imports this file again. Open the circle.` });
      },
    };
  },
};

export default {
  meta: { name: "taskwright" },
  rules: { "may-import": mayImport, "no-circle": noCircle, "shown-text": shownText },
} satisfies ESLint.Plugin;
