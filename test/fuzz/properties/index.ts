import type { Property } from "../property.ts";
import type { Stopwatch } from "../slowest.ts";
import { completions } from "./completions.ts";
import { fixAll, quickFix } from "./fixes.ts";
import { format } from "./format.ts";
import { prepare } from "./prepare.ts";
import { rename } from "./rename.ts";
import { same } from "./same.ts";
import { total } from "./total.ts";

/** What holds for any text. */
export function properties(stopwatch: Stopwatch): readonly Property[] {
  return [total(stopwatch), same, quickFix, fixAll, format, completions, rename, prepare];
}
