import { insertMember, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

export const propagateTags = serviceFaults([
  {
    id: "propagate-tags-none",
    summary: "Tasks get the tags of a service only where propagateTags says so.",
    severity: "hint",
    fix: "use propagateTags SERVICE",
    find: ({ root }) => {
      const propagated = root.filled("propagateTags");
      const managed = root.get("enableECSManagedTags");
      if (propagated && propagated.string !== "NONE") return undefined;
      return root.filled("tags") ?? (managed?.boolean === true && !propagated ? managed : undefined);
    },
    place: keyPlace,
    message: ({ key }) =>
      `${key === "tags" ? "The service has tags" : "ECS managed tags are on"}, but its tasks get no tags of yours, which cost reports by task need. Set propagateTags to SERVICE or TASK_DEFINITION.`,
    fixes: (node, { root }) => [
      quickFix("Use propagateTags SERVICE", insertMember(root, "propagateTags", "SERVICE", node.key)),
    ],
  },
]);
