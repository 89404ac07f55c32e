/** Task-level CPU in units: from "256" or ".25 vCPU". Undefined when it is neither. */
export function cpuUnits(text: string | undefined): number | undefined {
  return quantity(text, /^(\d+|\d*\.\d+)\s*vcpu$/i, 1024);
}

/** Task-level memory in MiB: from "512" or "0.5 GB". Undefined when it is neither. */
export function memoryMebibytes(text: string | undefined): number | undefined {
  return quantity(text, /^(\d+|\d*\.\d+)\s*gb$/i, 1024);
}

function quantity(text: string | undefined, withUnit: RegExp, factor: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const number = withUnit.exec(text)?.[1];
  return number === undefined ? undefined : Math.round(Number(number) * factor);
}

/** From, to and step of the memory, in MiB, that goes with CPU units. */
const ranges: Readonly<Record<number, readonly [from: number, to: number, step: number]>> = {
  512: [1024, 4096, 1024],
  1024: [2048, 8192, 1024],
  2048: [4096, 16384, 1024],
  4096: [8192, 30720, 1024],
  8192: [16384, 61440, 4096],
  16384: [32768, 122880, 8192],
};

const lists: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  32768: [61440, 122880, 249856],
};

/** Whether Fargate has tasks of the size; Windows needs 1 vCPU at least. */
export function isFargateSize(cpu: number, memory: number, windows: boolean): boolean {
  if (windows && cpu < 1024) return false;
  const list = lists[cpu];
  if (list) return list.includes(memory);
  const [from, to, step] = ranges[cpu] ?? [1, 0, 1];
  return memory >= from && memory <= to && (memory - from) % step === 0;
}
