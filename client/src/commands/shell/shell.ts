import type { Container, Task } from "../../aws/types.ts";
import type { Connection } from "../../aws/connection.ts";
import { nameOfArn } from "../../model/arn.ts";
import { errorText } from "../../log.ts";
import { ContainerNode } from "../../tree/containerNode.ts";
import { TaskNode } from "../../tree/taskNode.ts";
import type { TreeNode } from "../../tree/node.ts";
import type { Command, CommandContext } from "../command.ts";
import { checklistPage, execChecklist } from "./checklist.ts";
import { findPlugin, pluginArguments, pluginPage, standardEndpoint } from "./plugin.ts";

const linuxShells = ["/bin/bash", "/bin/sh", "/bin/ash"];
const windowsShells = ["powershell.exe", "cmd.exe"];

/** A terminal in a container, through ECS Exec. */
export const openShell: Command = {
  id: "taskwright.openShell",
  title: "Open Shell…",
  icon: "terminal",
  on: ["container", "task"],
  needs: "live",
  groups: ["5_shell@1"],
  palette: "never",
  async run(context, node) {
    const chosen = await chooseContainer(context, node);
    if (!chosen) return;
    const shells = chosen.task.platformFamily?.startsWith("Windows") ? windowsShells : linuxShells;
    const command = await context.ui.pick(`Shell in ${chosen.container.name}`, shells.map((shell) => ({ label: shell, value: shell })));
    if (command !== undefined) await execute(context, chosen, command);
  },
};

/** One command in a container; its output stays in the terminal. */
export const runInContainer: Command = {
  id: "taskwright.runInContainer",
  title: "Run Command in Container…",
  on: ["container", "task"],
  needs: "live",
  groups: ["5_shell@2"],
  palette: "never",
  async run(context, node) {
    const chosen = await chooseContainer(context, node);
    if (!chosen) return;
    const command = await context.ui.input({ title: `Run in ${chosen.container.name}`, prompt: "Command", placeholder: "env" });
    if (command) await execute(context, chosen, command);
  },
};

/** Opens a port of the container, or of a host that it reaches, on this machine. */
export const forwardPort: Command = {
  id: "taskwright.forwardPort",
  title: "Forward Port…",
  on: ["container", "task"],
  needs: "live",
  groups: ["5_shell@3"],
  palette: "never",
  async run(context, node) {
    const { ui } = context;
    const chosen = await chooseContainer(context, node);
    if (!chosen) return;
    const place = await ui.input({ title: `Forward a port of ${chosen.container.name}`, prompt: "Port of the container, or host:port that it reaches", validate: notAPlace });
    if (place === undefined) return;
    const [port = "", host] = place.trim().split(":").reverse();
    const localPort = await ui.input({ title: `Forward ${place}`, prompt: "Port on this machine", value: port, validate: notAPort });
    if (localPort === undefined) return;
    const plugin = await requirePlugin(context);
    if (plugin === undefined) return;
    const { connection } = chosen;
    const permit = await connection.writes.ask({ question: `Forward port ${localPort} of this machine to ${place} through ${chosen.container.name}`, facts: [], action: "Forward", names: namesOf(chosen), isChosen: true });
    if (!permit) return;
    const request = {
      Target: sessionTarget(chosen),
      DocumentName: host === undefined ? "AWS-StartPortForwardingSession" : "AWS-StartPortForwardingSessionToRemoteHost",
      Parameters: { portNumber: [port], localPortNumber: [localPort], ...(host === undefined ? {} : { host: [host] }) },
    };
    const { SessionId, StreamUrl, TokenValue } = await permit.startSession(request);
    const endpoint = connection.settingsFor("SSM").endpoint ?? standardEndpoint("ssm", connection.target.region);
    const args = pluginArguments({ session: { SessionId, StreamUrl, TokenValue }, target: connection.target, request, endpoint });
    await ui.runInTerminal({ name: `${localPort} → ${place}`, command: plugin, args });
  },
};

const notAPort = (text: string): string | undefined => (/^\d{1,5}$/.test(text.trim()) && Number(text) <= 65_535 ? undefined : "Type a port, from 0 to 65535.");
const notAPlace = (text: string): string | undefined => (/^(?:[\w.-]+:)?\d{1,5}$/.test(text.trim()) ? undefined : "Type a port, or host:port.");

interface Chosen {
  readonly connection: Connection;
  readonly task: Task;
  readonly container: Container;
}

async function chooseContainer({ ui }: CommandContext, node: TreeNode | undefined): Promise<Chosen | undefined> {
  if (node instanceof ContainerNode) return { connection: node.connection, task: node.task, container: node.container };
  if (!(node instanceof TaskNode)) return undefined;
  const { connection, task } = node;
  const [only, ...others] = task.containers ?? [];
  const container = others.length === 0 ? only : await ui.pick("Which container?", [only, ...others].flatMap((each) => (each ? [{ label: each.name ?? "", value: each }] : [])));
  return container && { connection, task, container };
}

async function execute(context: CommandContext, chosen: Chosen, command: string): Promise<void> {
  const { connection, task, container } = chosen;
  const plugin = await requirePlugin(context);
  if (plugin === undefined) return;
  const permit = await connection.writes.ask({ question: `Run ${command} in ${container.name} of task ${nameOfArn(task.taskArn ?? "").slice(0, 8)}`, facts: [], action: "Run", names: namesOf(chosen), isChosen: true });
  if (!permit) return;
  try {
    const input = { cluster: task.clusterArn, task: task.taskArn, container: container.name, command, interactive: true };
    const { sessionId, streamUrl, tokenValue } = await permit.executeCommand(input);
    const session = { sessionId, streamUrl, tokenValue };
    const endpoint = connection.settingsFor("ECS").endpoint ?? standardEndpoint("ecs", connection.target.region);
    const args = pluginArguments({ session, target: connection.target, request: { Target: sessionTarget(chosen) }, endpoint });
    const code = await context.ui.runInTerminal({ name: `${container.name}: ${command}`, command: plugin, args });
    if (code) await showChecklist(context, chosen, plugin, `The session ended with code ${code}.`);
  } catch (error) {
    context.output.warn(`ECS Exec in ${container.name}: ${errorText(error)}`);
    await showChecklist(context, chosen, plugin, error instanceof Error ? error.message : String(error));
  }
}

async function showChecklist({ ui }: CommandContext, { connection, task, container }: Chosen, plugin: string, problem: string): Promise<void> {
  const [now = task] = await connection.ecs.describeTasks(task.clusterArn ?? "", [task.taskArn ?? ""]);
  const definition = await connection.ecs.taskDefinition(task.taskDefinitionArn ?? "");
  const present = now.containers?.find(({ name }) => name === container.name) ?? container;
  const checks = execChecklist({ task: now, container: present, definition, plugin });
  await ui.showDocument({ name: `shell/${container.name}.md`, language: "markdown", text: checklistPage(`No shell in ${container.name}`, problem, checks), rendered: true });
}

async function requirePlugin({ ui, environment }: CommandContext): Promise<string | undefined> {
  const plugin = await findPlugin(environment);
  if (plugin !== undefined) return plugin;
  const chosen = await ui.warn("A shell needs the Session Manager plugin of AWS on this machine, which was not found.", "How to Install It");
  if (chosen !== undefined) await ui.openLink(pluginPage);
  return undefined;
}

/** How Session Manager names a container. */
const sessionTarget = ({ task, container }: Chosen): string => `ecs:${nameOfArn(task.clusterArn ?? "")}_${nameOfArn(task.taskArn ?? "")}_${container.runtimeId ?? ""}`;

const namesOf = ({ task, container }: Chosen): readonly string[] => [nameOfArn(task.clusterArn ?? ""), task.group?.replace(/^service:/, "") ?? "", container.name ?? ""];
