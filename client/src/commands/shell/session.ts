import type { Permit } from "../../aws/writes/permit.ts";
import { shortTask } from "../../model/resource.ts";
import { errorText } from "../../host/log.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { CommandContext } from "../command.ts";
import { agentActions, checklistPage, execChecklist } from "./checklist.ts";
import { containerResource, sessionTarget, type ChosenContainer } from "../choosing/chosenContainer.ts";
import { surroundingsOf } from "./wayToSessionManager.ts";
import { findProgram, sessionManagerPlugin } from "../findProgram.ts";
import { type PluginStart, pluginPage, pluginStart, pluginVersion, standardEndpoint } from "./plugin.ts";

/** A session that AWS has opened, and how the plugin is started for it. */
export interface OpenSession {
  readonly id: string;
  readonly plugin: string;
  readonly start: PluginStart;
  readonly permit: Permit;
}

/** The path of the plugin; undefined when it is missing, which the user is told. */
export async function requirePlugin({ ui, environment }: CommandContext): Promise<string | undefined> {
  const plugin = await findProgram(sessionManagerPlugin, environment);
  if (plugin !== undefined) return plugin;
  const chosen = await ui.warn(
    "Shells and forwarded ports need the Session Manager plugin of AWS on this machine, which was not found.",
    "How to Install It",
  );
  if (chosen !== undefined) await ui.openLink(pluginPage);
  return undefined;
}

/**
 * Starts a command in a container through ECS Exec; undefined when it was declined or refused, which the user
 * is told.
 * @param chosenIn the words in which the user has just chosen the command, container and place
 */
export async function startExec(
  context: CommandContext,
  chosen: ChosenContainer,
  { command, chosenIn }: { readonly command: string; readonly chosenIn: string },
): Promise<OpenSession | undefined> {
  const { connection, task, container } = chosen;
  const plugin = await requirePlugin(context);
  if (plugin === undefined) return undefined;
  const id = shortTask(nameOfArn(task.taskArn ?? ""));
  const question = `Run ${command} in ${container.name} of task ${id} in ${nameOfArn(task.clusterArn ?? "")}`;
  const permit = await connection.writes.ask({
    question,
    facts: [],
    action: "Run",
    resources: [containerResource(chosen)],
    chosenIn,
  });
  if (!permit) return undefined;
  return explained(context, chosen, async () => {
    const { sessionId, streamUrl, tokenValue } = await permit.executeCommand(
      {
        cluster: task.clusterArn,
        task: task.taskArn,
        container: container.name,
        command,
        interactive: true,
      },
      sessionTarget(chosen),
    );
    const endpoint = connection.clients.endpoint("ECS") ?? standardEndpoint("ecs", connection.target.region);
    const start = pluginStart(
      {
        session: { sessionId, streamUrl, tokenValue },
        target: connection.target,
        request: { Target: sessionTarget(chosen) },
        endpoint,
      },
      await pluginVersion(plugin),
    );
    return { id: sessionId ?? "", plugin, start, permit };
  });
}

/** Opens a session; where AWS refuses it, a page says which precondition is missing. */
export async function explained(
  context: CommandContext,
  chosen: ChosenContainer,
  open: () => Promise<OpenSession>,
): Promise<OpenSession | undefined> {
  try {
    return await open();
  } catch (error) {
    context.output.warn(`No session in ${chosen.container.name}: ${errorText(error)}`);
    await showChecklist(context, chosen, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** Runs a session in a terminal until it ends, and explains it when it fails. */
export async function runInTerminal(
  context: CommandContext,
  chosen: ChosenContainer,
  { id, plugin, start, permit }: OpenSession,
  name: string,
): Promise<void> {
  const end = await context.ui.runSession({ name, command: plugin, ...start });
  if (end === undefined) return terminate(context, permit, id);
  if (end.code !== 0) return showChecklist(context, chosen, `The session ended with code ${end.code}.`);
  // The plugin ends with 0 when it fails, too. Its words stand in the terminal, which only the user can read.
  if (end.isUntouched)
    await showChecklist(
      context,
      chosen,
      "The session ended before anything was typed. Its terminal says why, if the Session Manager plugin did.",
    );
}

/**
 * A plugin that was killed leaves its session open, until Session Manager ends it after a while without
 * input.
 */
export async function terminate(
  { output }: CommandContext,
  permit: Permit,
  sessionId: string,
): Promise<void> {
  await permit
    .terminateSession(sessionId)
    .catch((error: unknown) =>
      output.warn(`The session ${sessionId} is ended by Session Manager only: ${errorText(error)}`),
    );
}

/** Shows what a session in a container needs, and what of it is missing. */
export async function showChecklist(
  context: CommandContext,
  { connection, task, container }: ChosenContainer,
  problem: string,
): Promise<void> {
  const [now] = await connection.ecs.describeTasks(task.clusterArn ?? "", [task.taskArn ?? ""]);
  const definition = await connection.ecs.taskDefinition(task.taskDefinitionArn ?? "");
  const present = now?.containers?.find(({ name }) => name === container.name) ?? container;
  const notAllowed = definition.taskRoleArn
    ? await orUnknown(
        context,
        "The permissions of the task role",
        connection.roles.notAllowed(definition.taskRoleArn, agentActions),
      )
    : undefined;
  const surroundings = await orUnknown(
    context,
    "The way to Session Manager",
    surroundingsOf(connection.network, now ?? task),
  );
  const checks = execChecklist({
    task: now,
    container: present,
    definition,
    plugin: await findProgram(sessionManagerPlugin, context.environment),
    notAllowed,
    surroundings,
  });
  const title = `No session in ${container.name}`;
  await context.ui.showPage(`shell/${container.name}.md`, checklistPage(title, problem, checks));
}

/** Many may open shells who may not ask IAM or EC2: then the checklist says that it is not known. */
async function orUnknown<T>(
  { output }: CommandContext,
  what: string,
  read: Promise<T>,
): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    output.warn(`${what} could not be checked: ${errorText(error)}`);
    return undefined;
  }
}
