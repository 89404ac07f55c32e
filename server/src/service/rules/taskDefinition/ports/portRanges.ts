import { maxPortRanges } from "../../../data/reservedPorts.ts";
import { parsePortRange } from "../../../model/portMapping.ts";
import { quickFix, removeAll, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";

const format: Rule = {
  id: "port-range-format",
  summary: "A port range is written first-last, with first below last, from 1 to 65535.",
  severity: "error",
  about: ["containerPortRange"],
  fix: "swap the ends",
  appliesTo: "task-definition",
  check(task, report) {
    for (const mapping of task.portMappings) {
      const node = mapping.filled("containerPortRange");
      if (node?.string === undefined) continue;
      const range = parsePortRange(node.string);
      if (range && range.first >= 1 && range.first < range.last && range.last <= 65535) continue;
      const swapped = range && range.first > range.last ? `${range.last}-${range.first}` : undefined;
      report(
        node,
        `"${node.string}" is not a port range. Write it "first-last" with the lower port first, between 1 and 65535, such as "8000-8010"; ` +
          "AWS refuses anything else.",
        { fixes: swapped === undefined ? [] : [quickFix(`Use ${swapped}`, replaceValue(node, swapped))] },
      );
    }
  },
};

const withPort: Rule = {
  id: "port-range-with-port",
  summary: "A port mapping names a single port or a range, not both.",
  severity: "error",
  about: ["containerPortRange"],
  fix: "delete the single port",
  appliesTo: "task-definition",
  check(task, report) {
    for (const mapping of task.portMappings) {
      if (!mapping.filled("containerPortRange")) continue;
      const others = ["containerPort", "hostPort"]
        .flatMap((key) => mapping.get(key) ?? [])
        .filter((node) => node.number !== 0);
      if (others.length === 0) continue;
      const keys = others.map(({ key }) => key!).join(" and ");
      report(
        keyPlace(others[0]!),
        `${keys} cannot stand beside containerPortRange: AWS answers "cannot specify both single port and port range". Keep one of the two.`,
        { fixes: [quickFix(`Remove ${keys}`, removeAll(others))] },
      );
    }
  },
};

const count: Rule = {
  id: "port-range-count",
  summary: "A container has at most 100 port ranges.",
  severity: "error",
  about: ["containerPortRange"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const container of task.containers) {
      const excess = container.portMappings.flatMap((mapping) => mapping.filled("containerPortRange") ?? [])[
        maxPortRanges
      ];
      if (!excess) continue;
      report(
        excess,
        `This is port range ${maxPortRanges + 1} of ${container.label}; ECS takes at most ${maxPortRanges} a container. Join neighbouring ranges, or drop some.`,
      );
    }
  },
};

export const portRanges: readonly Rule[] = [format, withPort, count];
