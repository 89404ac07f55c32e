import type { Tag } from "../aws/types.ts";
import { changesBetween, type Change } from "./changes.ts";

type Values = Readonly<Record<string, string>>;

/** What must be done so that a resource has the tags that a file names. */
export interface TagChanges {
  /** The tags of each side by key, for a diff. */
  readonly live: Values;
  readonly file: Values;
  readonly changes: readonly Change[];
  /** The tags to set, and the keys of those to remove. */
  readonly set: readonly Tag[];
  readonly removed: readonly string[];
}

/** Holds the tags of a resource against those of a file; tags of AWS are left alone on both sides. */
export function tagChanges(liveTags: readonly Tag[], wantedTags: readonly Tag[]): TagChanges {
  const fileTags = ownTags(wantedTags);
  const [live, file] = [valuesOf(ownTags(liveTags)), valuesOf(fileTags)];
  return {
    live,
    file,
    changes: changesBetween({ tags: live }, { tags: file }),
    set: fileTags.filter(({ key = "", value = "" }) => live[key] !== value),
    removed: Object.keys(live).filter((key) => !(key in file)),
  };
}

/**
 * Tags whose keys begin with `aws:` are AWS's own, and nobody else can change them:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html
 */
export const ownTags = (tags: readonly Tag[]): readonly Tag[] =>
  tags.filter(({ key = "" }) => !/^aws:/i.test(key));

const valuesOf = (tags: readonly Tag[]): Values =>
  Object.fromEntries(
    tags.map(({ key = "", value = "" }) => [key, value] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
