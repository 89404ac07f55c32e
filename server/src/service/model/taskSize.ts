/**
 * CPU units of a task-level `cpu`: `"256"`, `".25 vCPU"`, `"1 vcpu"`. Undefined when it is written in no
 * accepted way. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function parseTaskCpu(text: string): number | undefined {
  const match = /^\s*(?:(\d+)|(\d+|\d*\.\d+)\s*vCPUs?)\s*$/i.exec(text);
  if (!match) return undefined;
  return match[1] === undefined ? Number(match[2]) * 1024 : Number(match[1]);
}

/**
 * MiB of a task-level `memory`: `"512"`, `"0.5GB"`, `"1 GB"`. Undefined when it is written in no accepted
 * way.
 */
export function parseTaskMemory(text: string): number | undefined {
  const match = /^\s*(?:(\d+)|(\d+|\d*\.\d+)\s*GB)\s*$/i.exec(text);
  if (!match) return undefined;
  return match[1] === undefined ? Number(match[2]) * 1024 : Number(match[1]);
}

/** CPU units in words: `0.25 vCPU`. */
export function formatCpu(units: number): string {
  return `${units / 1024} vCPU`;
}

/** MiB in words: `512 MiB`, `2 GiB`. */
export function formatMemory(mebibytes: number): string {
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024} GiB` : `${mebibytes} MiB`;
}
