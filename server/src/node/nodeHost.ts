import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { ServerHost } from "../host.ts";
import { readConfiguration } from "./configuration.ts";
import { readOwnFile } from "./ownFiles.ts";
import { findWorkspaceFiles, readWorkspaceFile } from "./workspaceFiles.ts";

/** The surroundings of a server that runs in Node: files are on this machine's disk. */
export const nodeHost: ServerHost = {
  findFiles: findWorkspaceFiles,
  readFile: readWorkspaceFile,
  async readRules(uri) {
    if (!uri.startsWith("file:")) return undefined;
    return (await readConfiguration(fileURLToPath(uri))).rules;
  },
  readOwnFile,
  async wait(milliseconds) {
    await delay(milliseconds, undefined, { ref: false });
  },
  now: () => Date.now(),
};
