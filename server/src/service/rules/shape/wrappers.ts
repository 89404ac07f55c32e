import { insertMember, quickFix, safeFix, unwrap } from "../kit/fix.ts";
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
    const kept = tags ? insertMember(root, "tags", tags) : [];
    report(
      wrapper.keySpan!,
      "This is the output of describe-task-definition: RegisterTaskDefinition takes the inner object only. Take it out of its wrapper.",
      {
        fixes: [
          safeFix(
            "Take the definition out of its wrapper",
            unwrap(file!, root),
            removeAllReadOnly(readOnlyMembersOf(root, "taskDefinition")),
            kept,
          ),
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
    const title = "Take the definition out of its wrapper";
    const edits = [unwrap(file!, root), removeAllReadOnly(readOnlyMembersOf(root, "service"))];
    const call = wrapper.key === "services" ? "describe-services" : "create-service";
    report(
      wrapper.keySpan!,
      `This is the output of ${call}: CreateService takes the inner object only. Take it out of its wrapper.`,
      {
        fixes: [
          others > 0 ? quickFix(`${title}, dropping ${others} more`, ...edits) : safeFix(title, ...edits),
        ],
      },
    );
  },
};

/** The output of a Describe or Create call around a definition. */
export const wrappers: readonly Rule[] = [wrappedTask, wrappedService];
