import type { Command, CommandContext } from "../command.ts";
import {
  chooseContainer,
  containerResource,
  containerWords,
  sessionTarget,
  type ChosenContainer,
} from "../choosing/chosenContainer.ts";
import { pluginStart, pluginVersion, standardEndpoint } from "./plugin.ts";
import { explained, requirePlugin, runInTerminal } from "./session.ts";

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
    const { ui } = context;
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
    void ui.info(`localhost:${localPort} leads to ${far} as long as its terminal is open.`);
    await runInTerminal(
      context,
      chosen,
      session,
      `${localPort} → ${host === undefined ? port : `${host}:${port}`}`,
    );
  },
};

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

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html */
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
