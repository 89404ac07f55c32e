import { findCycles } from "../../../model/cycles.ts";
import { keyPlace } from "../../kit/place.ts";
import { inContainers } from "../../kit/refusal.ts";
import type { Rule } from "../../rule.ts";
import { mostAlike } from "../../../../../../shared/src/alike.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";

const unknown: Rule = {
  id: "links-unknown-container",
  summary: "A link names a container of the task.",
  severity: "warning",
  about: ["links"],
  fix: "use the name that is most alike",
  appliesTo: "task-definition",
  check(task, report) {
    if (inContainers("links")(task).length === 0) return;
    const { symbols } = task;
    for (const { name, node, span, via } of symbols.dangling("container")) {
      if (via !== "links") continue;
      const best = mostAlike(name, symbols.names("container"));
      report(
        node,
        `There is no container "${name}" in this task to link to.${best === undefined ? " Name one that there is." : ` Did you mean "${best}"?`}`,
        {
          fixes:
            best === undefined
              ? []
              : [quickFix(`Use "${best}"`, replaceValue(node, best + (node.raw ?? "").slice(span.length)))],
        },
      );
    }
  },
};

const cycle: Rule = {
  id: "links-cycle",
  summary: "Links form no cycle.",
  severity: "error",
  about: ["links"],
  appliesTo: "task-definition",
  check({ containers }, report) {
    const edges = containers.flatMap(({ name, node }) =>
      (node.get("links")?.items ?? []).flatMap((link) => {
        const to = link.string?.split(":", 1)[0];
        return name === undefined || to === undefined ? [] : [{ from: name, to, link }];
      }),
    );
    for (const edgesOfCycle of findCycles(edges)) {
      const names = [edgesOfCycle[0]!.from, ...edgesOfCycle.map(({ to }) => to)];
      report(
        edgesOfCycle.at(-1)!.link,
        `The links go in a circle: ${names.join(" → ")}. AWS answers "Container links should not have a cycle". Remove one of them.`,
      );
    }
  },
};

const legacy: Rule = {
  id: "links-legacy",
  summary: "Links are a legacy feature of Docker.",
  severity: "information",
  about: ["links"],
  appliesTo: "task-definition",
  check(task, report) {
    if (task.effectiveNetworkMode !== "bridge") return;
    for (const links of inContainers("links")(task)) {
      report(
        keyPlace(links),
        "Links are a legacy feature of Docker. Prefer networkMode awsvpc, where containers meet on localhost, or Service Connect.",
      );
    }
  },
};

/** Links between containers. */
export const links: readonly Rule[] = [unknown, cycle, legacy];
