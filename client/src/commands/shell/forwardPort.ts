import type { Command, CommandContext } from "../command.ts";
import {
  chooseContainer,
  containerResource,
  containerWords,
  sessionTarget,
  type ChosenContainer,
} from "../choosing/chosenContainer.ts";
import { pluginStart, pluginVersion, standardEndpoint } from "./plugin.ts";
import { capture, pluginComplaint } from "./capture.ts";
import { explained, requirePlugin, showChecklist, terminate, type OpenSession } from "./session.ts";

/** Opens a port of the container, or of a host that it reaches, on this machine. */
export const forwardPort: Command = {
  id: "taskwright.forwardPort",
  title: "Forward Port…",
  needsTrust: true,
  on: ["container", "task"],
  needs: "live",
  groups: ["5_shell@3"],
  palette: "never",
  async run(context, node) {
    const chosen = await chooseContainer(context, node);
    if (!chosen) return;
    const words = await containerWords(chosen);
    const forward = await askForward(context, chosen, words);
    const plugin = forward && (await requirePlugin(context));
    if (!forward || plugin === undefined) return;
    const { connection, container } = chosen;
    const { localPort, port, host } = forward;
    const far = host === undefined ? `port ${port} of ${container.name}` : `${host}:${port}`;
    const permit = await connection.writes.ask({
      question: `Forward port ${localPort} of this machine to ${far}`,
      facts: [`Through ${words}.`],
      action: "Forward",
      resources: [containerResource(chosen)],
      chosenIn: words,
    });
    if (!permit) return;
    const request = requestOf(chosen, forward);
    const session = await explained(context, chosen, async () => {
      const { SessionId = "", StreamUrl, TokenValue } = await permit.startSession(request);
      const endpoint =
        connection.clients.endpoint("SSM") ?? standardEndpoint("ssm", connection.target.region);
      return {
        id: SessionId,
        plugin,
        start: pluginStart(
          { session: { SessionId, StreamUrl, TokenValue }, target: connection.target, request, endpoint },
          await pluginVersion(plugin),
        ),
        permit,
      };
    });
    if (!session) return;
    await listen(context, chosen, session, { localPort, far });
  },
};

/** What the plugin says once the port of this machine is open. */
const listening = /^Waiting for connections/;

/** Runs the plugin until its terminal is closed, and says that the port leads on once it listens. */
async function listen(
  context: CommandContext,
  chosen: ChosenContainer,
  { id, plugin, start, permit }: OpenSession,
  { localPort, far }: { readonly localPort: string; readonly far: string },
): Promise<void> {
  const { ui } = context;
  const stream = ui.openStream(`${localPort} → ${far}`);
  const leads = `localhost:${localPort} leads to ${far} as long as its terminal is open.`;
  let hasListened = false;
  const { text, code } = await capture({
    program: plugin,
    start,
    signal: stream.signal,
    line(line) {
      stream.write(line);
      if (hasListened || !listening.test(line)) return;
      hasListened = true;
      void ui.info(leads);
    },
  });
  if (stream.signal.aborted) return terminate(context, permit, id);
  stream.write("(The port is closed.)");
  const reason = pluginComplaint(text) ?? `The session ended with code ${code ?? "unknown"}.`;
  if (hasListened) return void (await ui.warn(`localhost:${localPort} is closed. ${reason}`));
  if (/address already in use|Only one usage of each socket address/i.test(text))
    return void (await ui.error(`Port ${localPort} of this machine is in use: choose another. ${reason}`));
  await showChecklist(context, chosen, reason);
}

interface Forward {
  readonly localPort: string;
  readonly port: string;
  /** Undefined: the container itself. */
  readonly host: string | undefined;
}

async function askForward(
  { ui }: CommandContext,
  { connection, container, task }: ChosenContainer,
  words: string,
): Promise<Forward | undefined> {
  const { containerDefinitions = [] } = await connection.ecs.taskDefinition(task.taskDefinitionArn ?? "");
  const known = containerDefinitions.find(({ name }) => name === container.name)?.portMappings?.[0]
    ?.containerPort;
  const prompt = "Port of the container, or host:port of what it reaches, such as a database";
  const ref = await ui.input({
    title: `Forward a port of ${container.name}`,
    prompt,
    value: known === undefined ? "" : String(known),
    validate: notAPlace,
  });
  if (ref === undefined) return undefined;
  const [port = "", host] = ref.trim().split(":").reverse();
  const localPort = await ui.input({
    title: `Forward ${ref}`,
    prompt: `Port on this machine. It leads through ${words}`,
    value: port,
    validate: notAPort,
  });
  return localPort === undefined ? undefined : { localPort: localPort.trim(), port, host };
}

/**
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html
 */
function requestOf(
  chosen: ChosenContainer,
  { localPort, port, host }: Forward,
): { Target: string; DocumentName: string; Parameters: Record<string, string[]> } {
  return {
    Target: sessionTarget(chosen),
    DocumentName:
      host === undefined ? "AWS-StartPortForwardingSession" : "AWS-StartPortForwardingSessionToRemoteHost",
    Parameters: {
      portNumber: [port],
      localPortNumber: [localPort],
      ...(host === undefined ? {} : { host: [host] }),
    },
  };
}

const notAPort = (text: string): string | undefined =>
  isPort(text.trim()) ? undefined : "Type a port, from 1 to 65535.";
const notAPlace = (text: string): string | undefined =>
  /^(?:[\w.-]+:)?\d{1,5}$/.test(text.trim()) && isPort(text.trim().split(":").at(-1) ?? "")
    ? undefined
    : "Type a port from 1 to 65535, or host:port.";
const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
