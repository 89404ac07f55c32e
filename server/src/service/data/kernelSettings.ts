/** Kernel settings that belong to the IPC namespace of a container. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html */
const ipcSettings: ReadonlySet<string> = new Set([
  "kernel.msgmax",
  "kernel.msgmnb",
  "kernel.msgmni",
  "kernel.sem",
  "kernel.shmall",
  "kernel.shmmax",
  "kernel.shmmni",
  "kernel.shm_rmid_forced",
]);

/** True for settings of the network namespace. */
export function isNetworkSetting(name: string): boolean {
  return name.startsWith("net.");
}

/** True for settings of the IPC namespace. */
export function isIpcSetting(name: string): boolean {
  return ipcSettings.has(name) || name.startsWith("fs.mqueue.");
}
