import type { EcsDocument } from "../../documents/ecsDocument.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type Edit, type Fix, insertion, lineIndent } from "../kit/fix.ts";
import type { Rule } from "../rule.ts";
import { readOnlyMembersOf, removeAllReadOnly } from "./readOnlyFix.ts";

const wrappedTask: Rule = {
  id: "wrapped-task-definition",
  summary: "The output of describe-task-definition holds the definition one level too deep to register it.",
  severity: "information",
  about: ["taskDefinition"],
  fix: "take the definition out, without its read-only members and with its tags",
  appliesTo: "document",
  check({ document, root, kind }, report) {
    const { file } = document;
    const wrapper = file?.get("taskDefinition");
    if (kind !== "task-definition" || !root || !wrapper || root !== wrapper) return;
    const tags = root.get("tags") ? undefined : file?.filled("tags");
    const kept = tags ? [insertion(root, "tags", tags)] : [];
    report(
      wrapper.keySpan!,
      "This is the output of describe-task-definition: RegisterTaskDefinition takes the inner object only. Take it out of its wrapper.",
      {
        fixes: [
          unwrap(document, root, [
            ...removeAllReadOnly(readOnlyMembersOf(root, "taskDefinition")).edits,
            ...kept,
          ]),
        ],
      },
    );
  },
};

const wrappedService: Rule = {
  id: "wrapped-service",
  summary: "The output of describe-services holds the service one level too deep to create it.",
  severity: "information",
  about: ["service", "services"],
  fix: "take the first service out",
  appliesTo: "document",
  check({ document, root, kind, shape }, report) {
    const { file } = document;
    const wrapper = file?.get("service") ?? file?.get("services");
    if (kind !== "service" || shape !== "wrapped" || !root || !wrapper) return;
    const others = wrapper.items.length - 1;
    const fix = unwrap(document, root, removeAllReadOnly(readOnlyMembersOf(root, "service")).edits);
    const call = wrapper.key === "services" ? "describe-services" : "create-service";
    report(
      wrapper.keySpan!,
      `This is the output of ${call}: CreateService takes the inner object only. Take it out of its wrapper.`,
      {
        fixes: [others > 0 ? { title: `${fix.title}, dropping ${others} more`, edits: fix.edits } : fix],
      },
    );
  },
};

/** The output of a Describe or Create call around a definition. */
export const wrappers: readonly Rule[] = [wrappedTask, wrappedService];

/** Leaves only the inner object, changed as the edits say, at the indentation of the outer one. */
function unwrap({ file }: EcsDocument, inner: JsonNode, edits: readonly Edit[]): Fix {
  const outer = file ?? inner;
  const last = [...edits].sort((a, b) => b.offset - a.offset);
  const text = last.reduce(
    (result, edit) =>
      result.slice(0, edit.offset - inner.offset) +
      edit.text +
      result.slice(edit.offset - inner.offset + edit.length),
    inner.sourceText,
  );
  const unindented = text.replaceAll(`\n${lineIndent(inner)}`, `\n${lineIndent(outer)}`);
  return {
    title: "Take the definition out of its wrapper",
    edits: [{ offset: outer.offset, length: outer.length, text: unindented }],
    isSafe: true,
  };
}
