import { Fault } from "../fault.ts";
import type { Property } from "../property.ts";
import { Stopwatch } from "../slowest.ts";
import { allAnswers } from "./answers.ts";

/** The same text gets the same answers. */
export const same: Property = {
  name: "the same text gets the same answers",
  oneIn: 8,
  check(subject) {
    const [first, second] = [allAnswers(subject, new Stopwatch()), allAnswers(subject, new Stopwatch())];
    for (const [index, { name, value }] of first.entries())
      if (JSON.stringify(value) !== JSON.stringify(second[index]!.value))
        throw new Fault(
          `another answer the second time: ${name}`,
          JSON.stringify(value)?.slice(0, 500) ?? "",
        );
  },
};
