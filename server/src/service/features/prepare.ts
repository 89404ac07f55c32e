import type { DocumentKind, Placeholder, PrepareResult } from "../../protocol.ts";
import { readOnlyMembers } from "../../../../shared/src/readOnlyMembers.ts";
import type { Definition, EcsDocument } from "../documents/ecsDocument.ts";
import { jsonComments } from "../syntax/jsonComments.ts";
import type { Replacement } from "../syntax/edit.ts";
import { findPlaceholders, type FoundPlaceholder } from "../syntax/placeholders.ts";
import { generalRules } from "../rules/schema/generalRules.ts";
import type { JsonNode, Span } from "../syntax/jsonNode.ts";
import { yamlComments } from "../syntax/yaml/yamlComments.ts";
import { spanAt } from "../syntax/sorted.ts";
import type { Finding } from "./finding.ts";
import { FilledText } from "./filledText.ts";
import type { ValidateOptions } from "./validate.ts";
import { validate } from "./validate.ts";

/**
 * The input of the API call that a file stands for: wrapper opened, comments, nulls and output-only members
 * removed, placeholders replaced by the given values. Lists what is missing and what stands in the way
 * instead, where there is any.
 */
export function prepare(
  document: EcsDocument,
  values: Readonly<Record<string, string>>,
  options: ValidateOptions,
): PrepareResult {
  const kind = kindOf(document);
  const found = placeholdersIn(document);
  const unresolved = found.filter(({ name }) => !Object.hasOwn(values, name));
  const filled = new FilledText(document.text, fillings(document, found, values));
  const resolved = found.length === 0 ? document : document.edited(filled.text);
  const [definition] = resolved.definitions;
  const errors = validate(resolved, { ...options, heedsNoComments: true }).filter(
    ({ severity }) => severity === "error",
  );
  const problems = [...errors, ...partOf(definition), ...unknownIn(resolved)].map(
    ({ code, message, span }) => ({
      code,
      message,
      range: document.rangeOf(filled.originalOf(span)),
    }),
  );
  const blocked = unresolved.length > 0 || problems.length > 0 || kind === "unknown" || !definition?.root;
  return {
    kind,
    unresolved: dedupe(unresolved.map((placeholder) => toPlaceholder(document, placeholder))),
    problems,
    ...(!blocked && { input: inputOf(definition) }),
  };
}

/**
 * What a file is that stands for one call. What stands in a template or module is deployed by another tool.
 */
function kindOf({ kind, definitions }: EcsDocument): DocumentKind {
  const isInput = definitions.every(({ host }) => host === "plain");
  return isInput && (kind === "task-definition" || kind === "service") ? kind : "unknown";
}

/**
 * What of a YAML file stands in the way: several definitions, and values that readers of YAML take
 * differently.
 */
function unknownIn({
  syntax,
  definitions: [first, ...others],
}: EcsDocument): readonly Pick<Finding, "code" | "message" | "span">[] {
  if (syntax !== "yaml" || !first?.root) return [];
  const { id: code } = generalRules.jsonSyntax;
  const several = others.flatMap(({ root }) =>
    root
      ? [{ code, message: "This is a second definition, and a file for AWS has one.", span: root.opening }]
      : [],
  );
  const message =
    "Readers of YAML take this value differently. Put a text in quotes, and write true, false or a number in full.";
  const unknown = dynamicIn(first.root).map((node) => ({ code, message, span: node }));
  return [...several, ...unknown];
}

function dynamicIn(node: JsonNode): readonly JsonNode[] {
  return node.type === "dynamic" ? [node] : node.elements.flatMap(dynamicIn);
}

/** What stands in the way of a file that holds a part of the input only. */
function partOf(definition: Definition | undefined): readonly Pick<Finding, "code" | "message" | "span">[] {
  if (definition?.shape !== "container-list" || !definition.root) return [];
  return [
    {
      code: "required-property",
      message:
        "This is a list of containers, and a task definition has a family, too. Write the list as containerDefinitions of an object with a family.",
      span: definition.root.opening,
    },
  ];
}

/** The placeholders of a file, save for those in comments, which nobody fills in. */
function placeholdersIn(document: EcsDocument): readonly FoundPlaceholder[] {
  const found = findPlaceholders(document.text);
  if (found.length === 0) return found;
  const comments = commentsOf(document);
  return found.filter(({ offset }) => !spanAt(comments, offset));
}

/** The comments of a file; those of Terraform are not told from the rest. */
function commentsOf({ syntax, text, parsedText, file, definitions }: EcsDocument): readonly Span[] {
  if (syntax === "json") return jsonComments(parsedText);
  const roots = definitions.length > 1 ? definitions.map(({ root }) => root) : [file];
  return syntax === "yaml"
    ? yamlComments(
        text,
        roots.filter((root) => root !== undefined),
      )
    : [];
}

/** A value that goes into a JSON string is escaped as one; a value outside of quotes is JSON already. */
function fillings(
  document: EcsDocument,
  found: readonly FoundPlaceholder[],
  values: Readonly<Record<string, string>>,
): readonly Replacement[] {
  return found.flatMap(({ offset, length, name }) => {
    if (!Object.hasOwn(values, name)) return [];
    const value = values[name]!;
    const text = isInQuotes(document, offset) ? JSON.stringify(value).slice(1, -1) : value;
    return [{ offset, length, text }];
  });
}

function isInQuotes({ syntax, templates, text }: EcsDocument, offset: number): boolean {
  if (syntax === "json") return !spanAt(templates, offset);
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return line.replaceAll(/\\./g, "").split('"').length % 2 === 0;
}

function toPlaceholder(
  document: EcsDocument,
  found: ReturnType<typeof findPlaceholders>[number],
): Placeholder {
  const { name, text, fallback } = found;
  return { name, text, range: document.rangeOf(found), ...(fallback !== undefined && { fallback }) };
}

function dedupe(placeholders: readonly Placeholder[]): Placeholder[] {
  return [...new Map(placeholders.map((placeholder) => [placeholder.name, placeholder])).values()];
}

function inputOf({ root, document: { file }, shape, kind }: Definition): Readonly<Record<string, unknown>> {
  const value = withoutNulls(root!.toValue()) as Record<string, unknown>;
  const outer = shape === "wrapped" && file?.get("tags") ? { tags: file.get("tags")!.toValue() } : {};
  const dropped = new Set<string>(
    kind === "service" ? readOnlyMembers.service : readOnlyMembers.taskDefinition,
  );
  const isInput = ([key]: [string, unknown]): boolean =>
    !dropped.has(key) && !/^(\$schema|\/\/|_comment)/.test(key);
  return { ...outer, ...Object.fromEntries(Object.entries(value).filter(isInput)) };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, withoutNulls(member)]),
  );
}
