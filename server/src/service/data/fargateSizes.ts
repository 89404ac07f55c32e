/**
 * The sizes that Fargate runs: CPU units to the MiB of memory that go with them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */

const steps = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);

/** Linux, X86_64 and ARM64. 8192 and 16384 CPU units need platform version 1.4.0 or later. */
export const fargateSizes: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, steps(1024, 4096, 1024)],
  [1024, steps(2048, 8192, 1024)],
  [2048, steps(4096, 16384, 1024)],
  [4096, steps(8192, 30720, 1024)],
  [8192, steps(16384, 61440, 4096)],
  [16384, steps(32768, 122880, 8192)],
  [32768, [61440, 122880, 249856]],
]);

/** Windows runs on 1 to 4 vCPU. */
export const fargateWindowsSizes: ReadonlyMap<number, readonly number[]> = new Map(
  [...fargateSizes].filter(([cpu]) => cpu >= 1024 && cpu <= 4096),
);
