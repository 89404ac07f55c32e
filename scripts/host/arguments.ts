/** What VS Code's command line says, as far as a test host needs it. */
export interface HostArguments {
  /** A folder, or a `.code-workspace` file. */
  readonly workspace?: string;
  readonly extensionDevelopmentPath: readonly string[];
  readonly extensionTestsPath: string;
  readonly userDataDir: string;
  readonly extensionsDir: string;
  readonly trusted: boolean;
}

const withValue = ["extensionDevelopmentPath", "extensionTestsPath", "user-data-dir", "extensions-dir"];
/** They concern the desktop's window only. */
const meaningless = [
  "no-sandbox",
  "disable-gpu-sandbox",
  "disable-updates",
  "skip-welcome",
  "skip-release-notes",
  "new-window",
];
const trust = "disable-workspace-trust";

/**
 * Reads the arguments that `runTests` of `@vscode/test-electron` passes.
 * @throws Error that names the argument which is unknown, missing or twice.
 */
export function parseArguments(args: readonly string[]): HostArguments {
  const values = new Map<string, string[]>();
  const workspaces: string[] = [];
  const rest = [...args];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (!argument.startsWith("--")) {
      workspaces.push(argument);
      continue;
    }
    const [, name = "", value] = /^--([^=]*)(?:=(.*))?$/s.exec(argument) ?? [];
    if (meaningless.includes(name)) continue;
    if (name !== trust && !withValue.includes(name))
      throw new Error(`The browser host does not know the argument ${argument}.`);
    const given = name === trust ? "" : (value ?? rest.shift());
    if (given === undefined) throw new Error(`--${name} needs a value.`);
    values.set(name, [...(values.get(name) ?? []), given]);
  }
  if (workspaces.length > 1)
    throw new Error(
      `The browser host opens one workspace, not ${workspaces.length}: ${workspaces.join(", ")}.`,
    );

  const one = (name: string): string => {
    const [first, ...others] = values.get(name) ?? [];
    if (!first) throw new Error(`--${name} is missing.`);
    if (others.length > 0) throw new Error(`--${name} was given ${others.length + 1} times.`);
    return first;
  };
  return {
    ...(workspaces[0] && { workspace: workspaces[0] }),
    extensionDevelopmentPath: values.get("extensionDevelopmentPath") ?? [],
    extensionTestsPath: one("extensionTestsPath"),
    userDataDir: one("user-data-dir"),
    extensionsDir: one("extensions-dir"),
    trusted: values.has(trust),
  };
}
