import {
  ECSClient,
  ExecuteCommandCommand,
  type ExecuteCommandCommandInput,
  type Session,
} from "@aws-sdk/client-ecs";
import type { StartSessionCommandInput, StartSessionCommandOutput } from "@aws-sdk/client-ssm";
import { present } from "./answers.ts";
import { once, sentOnce } from "./once.ts";
import { OutsidePermitError, type Pen } from "./pen.ts";
import { writtenIn, type Written } from "../../model/resource.ts";

/** What opens and ends sessions in containers. */
export interface SessionWrites {
  /** @param target how Session Manager names the container: `ecs:cluster_task_runtimeId` */
  executeCommand(input: ExecuteCommandCommandInput, target: string): Promise<Session>;
  startSession(input: StartSessionCommandInput): Promise<StartSessionCommandOutput>;
  /** Ends a session that this permit has opened. */
  terminateSession(sessionId: string): Promise<void>;
}

/** The answer with the token of a session was lost, so that nobody can join it, and it may be open. */
export class LostSessionError extends Error {
  override readonly name = "LostSessionError";

  constructor(sessionId: string, cause: unknown) {
    super(
      `the answer of AWS was lost on the way, and the session ${sessionId} is open in this container, which may be the one. No second one was opened, as the first may have run its command.`,
      { cause },
    );
  }
}

export function sessionWrites(pen: Pen): SessionWrites {
  const { clients, calls } = pen;
  /** The tasks of the sessions that were opened, by the session's id. */
  const opened = new Map<string, Written>();

  return {
    async executeCommand(input, target) {
      const patient = clients.of(ECSClient, "ECS", sentOnce(calls));
      const task = writtenIn("task", input.cluster, input.task);
      const { session } = await pen.write({
        operation: "ExecuteCommand",
        on: [task],
        send: (admit) =>
          onceIn(pen, "ExecuteCommand", target, () => patient.send(admit(new ExecuteCommandCommand(input)))),
      });
      if (session?.sessionId !== undefined) opened.set(session.sessionId, task);
      return present(session, "started the command, but gave no session");
    },

    async startSession(input) {
      const { SSMClient, StartSessionCommand } = await import("@aws-sdk/client-ssm");
      const patient = clients.of(SSMClient, "SSM", sentOnce(calls));
      const { Target = "" } = input;
      const task = taskOf(Target);
      const session = await pen.write({
        operation: "StartSession",
        on: [task],
        send: (admit) =>
          onceIn(pen, "StartSession", Target, () => patient.send(admit(new StartSessionCommand(input)))),
      });
      if (session.SessionId !== undefined) opened.set(session.SessionId, task);
      return session;
    },

    async terminateSession(sessionId) {
      const { SSMClient, TerminateSessionCommand } = await import("@aws-sdk/client-ssm");
      const client = clients.of(SSMClient, "SSM");
      const task = opened.get(sessionId);
      if (!task) throw new OutsidePermitError(`The session ${sessionId} was not ended: another opened it.`);
      const command = new TerminateSessionCommand({ SessionId: sessionId });
      await pen.write({
        operation: "TerminateSession",
        on: [task],
        send: (admit) => client.send(admit(command)),
      });
    },
  };
}

/**
 * The task of a container in Session Manager's spelling; nothing that a permit can be given for, where it is
 * another.
 */
function taskOf(target = ""): Written {
  const [kind, rest = ""] = target.split(":");
  // Names of clusters may have underscores; ids have none.
  const parts = rest.split("_");
  const [task = "", runtimeId = ""] = parts.slice(-2);
  const isTarget =
    kind === "ecs" && parts.length > 2 && /^[0-9a-f]+$/.test(task) && /^[\w-]+$/.test(runtimeId);
  return isTarget ? writtenIn("task", parts.slice(0, -2).join("_"), task) : writtenIn("task", "", "");
}

/** Opens a session, but not a second one when the answer was lost: the first may run a command already. */
function onceIn<T>(pen: Pen, operation: string, target: string, send: () => Promise<T>): Promise<T> {
  return once(pen.calls, {
    operation,
    send,
    look: async (lost) => {
      const open = await openSession(pen, target);
      return open === undefined ? undefined : { refusal: new LostSessionError(open, lost) };
    },
  });
}

/** The id of a session that is open in a container. */
async function openSession({ clients, calls }: Pen, target: string): Promise<string | undefined> {
  const { DescribeSessionsCommand, SSMClient } = await import("@aws-sdk/client-ssm");
  const client = clients.of(SSMClient, "SSM");
  const question = { State: "Active" as const, Filters: [{ key: "Target" as const, value: target }] };
  const { Sessions: [session] = [] } = await calls.read("DescribeSessions", question, (abortSignal) =>
    client.send(new DescribeSessionsCommand(question), { abortSignal }),
  );
  return session?.SessionId;
}
