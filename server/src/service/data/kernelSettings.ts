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

export interface KernelSetting {
  readonly name: string;
  /** Whose namespace it belongs to. */
  readonly kind: "ipc" | "network";
  readonly meaning: string;
}

/** Those that are set most. https://docs.kernel.org/admin-guide/sysctl/net.html, https://docs.kernel.org/networking/ip-sysctl.html */
export const kernelSettings: readonly KernelSetting[] = [
  { name: "net.core.somaxconn", kind: "network", meaning: "connections that wait to be accepted" },
  { name: "net.ipv4.ip_local_port_range", kind: "network", meaning: "ports of outgoing connections" },
  {
    name: "net.ipv4.ip_unprivileged_port_start",
    kind: "network",
    meaning: "first port that needs no privileges",
  },
  { name: "net.ipv4.tcp_fin_timeout", kind: "network", meaning: "seconds in FIN-WAIT-2" },
  { name: "net.ipv4.tcp_keepalive_intvl", kind: "network", meaning: "seconds between keepalive probes" },
  {
    name: "net.ipv4.tcp_keepalive_probes",
    kind: "network",
    meaning: "probes before a connection is dropped",
  },
  { name: "net.ipv4.tcp_keepalive_time", kind: "network", meaning: "idle seconds before keepalive begins" },
  { name: "net.ipv4.tcp_max_syn_backlog", kind: "network", meaning: "connections that are being made" },
  ...[...ipcSettings].map((name) => ({ name, kind: "ipc" as const, meaning: "shared memory and messages" })),
];
