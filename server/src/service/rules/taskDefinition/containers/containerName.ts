import type { Container } from "../../../model/container.ts";
import { containerAbsenceSeverity } from "../../kit/absence.ts";
import { insertMember, prependMember, quickFix, replaceValue } from "../../kit/fix.ts";
import { repeated } from "../../kit/repeated.ts";
import type { Rule } from "../../rule.ts";

const required: Rule = {
  id: "container-name-required",
  summary: "A container has a name.",
  severity: "error",
  fix: "insert a name made from the image",
  appliesTo: "task-definition",
  check(task, report) {
    const severity = containerAbsenceSeverity(task, "error");
    for (const container of task.containers) {
      const { node } = container;
      const name = node.get("name");
      if (name && (name.isDynamic || name.raw?.trim() !== "")) continue;
      const suggestion = nameFromImage(container);
      const title = `Name it "${suggestion}"`;
      const standsAlready = node.members.some(({ key }) => key === "name");
      report(
        name ?? node.opening,
        `Container ${container.index + 1} has no name, and AWS answers "Container.name should not be null or empty". Give it one.`,
        {
          severity,
          fixes: [
            standsAlready
              ? quickFix(title, insertMember(node, "name", suggestion))
              : quickFix(title, prependMember(node, "name", suggestion)),
          ],
        },
      );
    }
  },
};

function nameFromImage({ image, index }: Container): string {
  const repository = image?.repository
    .split("/")
    .at(-1)
    ?.replaceAll(/[^\w-]+/g, "-");
  return repository === undefined || repository === "" ? `container-${index + 1}` : repository;
}

const duplicate: Rule = {
  id: "container-name-duplicate",
  summary: "Container names are unique within a task.",
  severity: "error",
  fix: "append a number",
  appliesTo: "task-definition",
  check(task, report) {
    const names = task.containers.map(({ node }) => node.filled("name"));
    // Of several nodes with one text the first: the last entry of a text wins.
    const firsts = new Map(names.toReversed().map((name) => [name?.string, name]));
    for (const name of repeated(names)) {
      const first = firsts.get(name.string)!;
      const free = freeName(name.string!, firsts);
      report(
        name,
        `There are two containers called "${name.string}", and AWS refuses that. Give this one another name.`,
        {
          fixes: [quickFix(`Call it "${free}"`, replaceValue(name, free))],
          related: [{ message: "The first one", span: first }],
        },
      );
    }
  },
};

function freeName(name: string, taken: ReadonlyMap<string | undefined, unknown>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

/** Every container has a name of its own. */
export const containerName: readonly Rule[] = [required, duplicate];
