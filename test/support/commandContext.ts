import type { CommandContext } from "../../client/src/commands/command.ts";
import type { AccountFinding } from "../../client/src/model/accountFinding.ts";
import type { NewFile } from "../../client/src/host/files.ts";
import type { Settings } from "../../client/src/host/settings.ts";
import { auditWrites } from "../../client/src/host/log.ts";
import { ViewOptions } from "../../client/src/account/viewOptions.ts";
import { writeGuard } from "../../client/src/account/writeGuard.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
import type { ScriptedUi } from "./scriptedUi.ts";
import { memoryStorage, type SimulatedAccount } from "./simulatedAccount.ts";

export interface TestContext extends CommandContext {
  /** Lines of the output channel. */
  readonly logged: string[];
  /** Files that a command wrote. */
  readonly created: NewFile[];
  /** What was marked in the file last. */
  marks: readonly AccountFinding[];
  /** Commands that a command ran. */
  readonly ran: string[];
  readonly settings: Settings & { bindings: ReturnType<Settings["deployBindings"]> };
}

export interface TestContextOptions {
  /** The file of the active editor: its text, or what is to stand in it as JSON. */
  readonly file?: unknown;
  readonly fileName?: string;
  readonly environmentText?: string;
  readonly environment?: CommandContext["environment"];
  readonly memory?: CommandContext["memory"];
  /** Off by default, so that tests may deploy images that nobody has built. */
  readonly verifyBeforeDeploy?: boolean;
  /** Whether the workspace is trusted; true by default. */
  readonly isTrusted?: boolean;
}

/** What commands work with in a test: the simulated account, a scripted user and one open file. */
export function commandContext(
  account: SimulatedAccount,
  ui: ScriptedUi,
  options: TestContextOptions = {},
): TestContext {
  const {
    file,
    fileName = "task-definition.json",
    environmentText,
    environment = {},
    memory = memoryStorage(),
    verifyBeforeDeploy = false,
    isTrusted = true,
  } = options;
  const service = createLanguageService();
  const text = typeof file === "string" ? file : JSON.stringify(file ?? {});
  const document = service.parse(`file:///workspace/${fileName}`, text);
  service.workspace.set(document);
  const logged: string[] = [];
  const created: NewFile[] = [];
  const ran: string[] = [];
  const output = {
    debug: (line: string) => void logged.push(line),
    info: (line: string) => void logged.push(line),
    warn: (line: string) => void logged.push(line),
    error: (line: string) => void logged.push(line),
  };
  ui.ended = account.closed;
  account.confirmWrite = (question) =>
    writeGuard(ui, auditWrites(output), () => account.protection).confirm(question);
  const settings: TestContext["settings"] = {
    bindings: [],
    isTrusted: () => isTrusted,
    deployBindings: () => settings.bindings,
    verifyBeforeDeploy: () => verifyBeforeDeploy,
    followInterval: () => 0.02,
  };
  const context: TestContext = {
    ui,
    connections: account.connections,
    demo: account.context(ui).demo,
    explorer: account.explorer,
    sessions: account.sessions,
    view: new ViewOptions(() => undefined),
    pages: { showService: (_session, _cluster, arn) => void account.pagesShown.push(arn) },
    files: {
      active: () => (file === undefined ? undefined : { uri: document.uri, name: fileName }),
      at: (uri) => ({ uri, name: uri.split("/").at(-1) ?? "" }),
      prepare: async (_file, values = {}) => service.prepare(document, values),
      mark: async (_file, findings) => void (context.marks = findings),
      reveal: async () => void ui.said.push("reveal"),
      environmentFile: async () =>
        environmentText === undefined ? undefined : { name: ".env", text: environmentText },
      newFileChoices: async (kind) => service.newFileChoices(kind),
      newFileText: async ({ kind, scaffold, answers }) => service.newFile(kind, scaffold, answers) ?? "",
      create: async (files) => {
        created.push(...files);
        return true;
      },
    },
    output,
    audit: { read: async () => "" },
    showOutput: () => void ui.said.push("show output"),
    memory,
    environment,
    settings,
    clock: account.clock,
    logged,
    created,
    marks: [],
    ran,
    runCommand: async (id) => {
      ran.push(id);
      ui.said.push(`run ${id}`);
    },
  };
  return context;
}
