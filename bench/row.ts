/** One line of the table: what was measured, ours beside what it is compared with. */
export interface Row {
  readonly what: string;
  readonly unit: Unit;
  /** In the order in which they were taken. */
  readonly ours: readonly number[];
  /** Taken in turn with ours, in the same run. Absent where nothing does the same job. */
  readonly peer?: Peer;
  /** What we want of the ratio, or of our own figure where there is no peer. */
  readonly goal?: number;
}

export interface Peer {
  readonly name: string;
  readonly samples: readonly number[];
}

export type Unit = "ms" | "MiB" | "kB" | "calls/s" | "µs/KB";

/**
 * A part of the bench that can be run alone. Resolves to its rows, or to the reason why it cannot run here.
 */
export interface Section {
  readonly name: string;
  readonly what: string;
  measure(): Promise<readonly Row[] | string>;
}

/** Takes samples of both sides in turn, so that what the machine does besides falls on both. */
export async function inTurn(
  times: number,
  ours: (index: number) => Promise<number> | number,
  theirs: (index: number) => Promise<number> | number,
): Promise<{ readonly ours: number[]; readonly theirs: number[] }> {
  const samples = { ours: [] as number[], theirs: [] as number[] };
  for (let index = 0; index < times; index++) {
    samples.ours.push(await ours(index));
    samples.theirs.push(await theirs(index));
  }
  return samples;
}
