/** A row of a tree. */
export interface Row {
  /** Its place among all rows of the tree, from 0. */
  readonly index: number;
  /** 1 at the top. */
  readonly level: number;
  readonly label: string;
  readonly description: string;
  readonly focused: boolean;
  readonly selected: boolean;
}

/** Labels from the top of a tree down to a row. */
export type Path = readonly string[];

/**
 * The rows directly below the one to which the path leads; none when there is no such row.
 * @param rows all rows of the tree from top to bottom
 */
export function rowsBelow(rows: readonly Row[], path: Path): readonly Row[] {
  let inside = rows;
  for (const [depth, label] of path.entries()) {
    const at = inside.findIndex((row) => row.level === depth + 1 && row.label === label);
    if (at < 0) return [];
    const rest = inside.slice(at + 1);
    const end = rest.findIndex((row) => row.level <= depth + 1);
    inside = end < 0 ? rest : rest.slice(0, end);
  }
  return inside.filter((row) => row.level === path.length + 1);
}

/** The row to which the path leads. */
export function rowAt(rows: readonly Row[], path: Path): Row | undefined {
  const label = path.at(-1);
  return rowsBelow(rows, path.slice(0, -1)).find((row) => row.label === label);
}
