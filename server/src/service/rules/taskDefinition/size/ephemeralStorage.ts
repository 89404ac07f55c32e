import { ephemeralStorage as limits } from "../../../data/fargateLimits.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { appendItem, type Fix, quickFix, remove, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";

const range: Rule = {
  id: "ephemeral-storage-range",
  summary: "Ephemeral storage is 21 to 200 GiB.",
  severity: "error",
  about: ["ephemeralStorage"],
  fix: "use the nearest limit, or delete the block when it says 20",
  appliesTo: "task-definition",
  check(task, report) {
    const storage = task.root.get("ephemeralStorage");
    const size = storage?.get("sizeInGiB");
    const { least, most, given } = limits;
    if (!storage || size?.number === undefined || (size.number >= least && size.number <= most)) return;
    report(
      size,
      `Ephemeral storage can be ${least} to ${most} GiB, and AWS refuses ${size.number}. Every task has ${given} GiB without saying so.`,
      { fixes: [rangeFix(storage, size, size.number)] },
    );
  },
};

function rangeFix(storage: JsonNode, size: JsonNode, gibibytes: number): Fix {
  if (gibibytes === limits.given)
    return quickFix("Remove ephemeralStorage: 20 GiB are given", remove(storage));
  const limit = gibibytes > limits.most ? limits.most : limits.least;
  return quickFix(`Use ${limit} GiB`, replaceValue(size, limit));
}

const onlyFargate: Rule = {
  id: "ephemeral-storage-not-fargate",
  summary: "Only Fargate has ephemeral storage.",
  severity: "error",
  about: ["ephemeralStorage"],
  fix: "delete ephemeralStorage, or add FARGATE",
  appliesTo: "task-definition",
  check(task, report) {
    const storage = task.root.filled("ephemeralStorage");
    if (!storage || !task.excludes("FARGATE")) return;
    const compatibilities = task.root.get("requiresCompatibilities");
    report(
      keyPlace(storage),
      'ephemeralStorage is for Fargate, which requiresCompatibilities does not name. AWS answers "Tasks using the EC2 launch type do not support EphemeralStorage". ' +
        "Remove it, or add FARGATE.",
      {
        fixes: [
          quickFix("Remove ephemeralStorage", remove(storage)),
          ...(compatibilities ? [quickFix("Add FARGATE", appendItem(compatibilities, "FARGATE"))] : []),
        ],
      },
    );
  },
};

/** The scratch disk of Fargate tasks. */
export const ephemeralStorage: readonly Rule[] = [range, onlyFargate];
