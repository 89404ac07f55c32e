import type { CommandContext } from "../../client/src/commands/command.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
import type { Chance } from "./chance.ts";
import type { DayUi } from "./dayUi.ts";
import type { OpenFile } from "./openFile.ts";
import type { Window, World } from "./world.ts";

/** What a command gets on one of these days: a file is open, or none. */
export function dayContext(
  world: World,
  window: Window,
  ui: DayUi,
  chance: Chance,
  file?: OpenFile,
): CommandContext {
  const { connections, sessions, explorer, view } = window;
  const service = createLanguageService();
  const name = file && "serviceName" in file.content ? "ecs-service.json" : "task-definition.json";
  const uri = `file:///workspace/${name}`;
  const document = service.parse(uri, JSON.stringify(file?.content ?? {}));
  service.workspace.set(document);
  const verifies = chance.happens(0.3);
  const write = (line: string): void => void world.logged.push(line);
  return {
    clock: world.clock,
    ui,
    connections,
    sessions,
    explorer,
    view,
    demo: { open: () => Promise.reject(new Error("no demo here")), close: async () => undefined },
    pages: { showService: () => undefined },
    files: {
      active: () => file && { uri, name },
      at: (each) => ({ uri: each, name }),
      prepare: async (_file, values = {}) => service.prepare(document, values),
      mark: async () => undefined,
      reveal: async () => undefined,
      environmentFile: async () => undefined,
      newFileChoices: async (kind) => service.newFileChoices(kind),
      newFileText: async ({ kind, scaffold, answers }) => service.newFile(kind, scaffold, answers) ?? "",
      create: async () => true,
    },
    output: { debug: write, info: write, warn: write, error: write },
    audit: { read: async () => "" },
    showOutput: () => undefined,
    memory: world.storage,
    environment: { PATH: world.programs },
    settings: {
      deployBindings: () => [],
      verifyBeforeDeploy: () => verifies,
      followInterval: () => 15,
      isTrusted: () => true,
    },
    runCommand: async () => undefined,
  };
}
