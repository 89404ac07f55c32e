import type { Service, Task } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { diedByItself } from "../model/deaths.ts";
import { describeFailure } from "../model/failure.ts";
import type { Evidence, LogTail } from "../model/findings/evidence.ts";
import { logStreamOf } from "../model/logStream.ts";
import { readTargets } from "./readTargets.ts";
import type { Session } from "./session.ts";

/** How many dead tasks are asked for their last lines, and for how many. */
const tasksWithLogs = 3;
const lines = 15;

/**
 * Finds out what can be found out about a service. What is refused is said in the evidence; the rest stands.
 */
export async function gatherEvidence(
  session: Session,
  { serviceArn = "", clusterArn = "" }: Service,
  signal: AbortSignal,
): Promise<Evidence> {
  const board = session.services(clusterArn);
  await board.describe([serviceArn], signal);
  const service = board.service(serviceArn);
  if (!service) throw new Error(`${nameOfArn(serviceArn)} is gone.`);

  const missing: string[] = [];
  const attempt = async <T>(doing: string, fallback: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      missing.push(describeFailure(error, doing).message);
      return fallback;
    }
  };
  const [targets] = await Promise.all([
    attempt("read target health", [], () => readTargets(session, service, signal)),
    attempt("list stopped tasks", undefined, () => session.findStopped(service, signal)),
  ]);
  const stopped = session.stoppedOf(service);
  const dead = stopped.filter(diedByItself).slice(0, tasksWithLogs);
  const logs = await Promise.all(
    dead.map((task) =>
      attempt(`read the log of task ${shortId(task)}`, [], () => readLogs(session, task, signal)),
    ),
  );
  return { service, stopped, targets, logs: logs.flat(), missing, at: session.now() };
}

/** The last lines of the containers that ended with an error; of all, when none did. */
async function readLogs(
  { connection }: Session,
  task: Task,
  signal: AbortSignal,
): Promise<readonly LogTail[]> {
  const definition = await connection.ecs.taskDefinition(task.taskDefinitionArn ?? "", signal);
  const containers = task.containers ?? [];
  const failed = containers.filter(({ exitCode }) => exitCode !== undefined && exitCode !== 0);
  const tails = (failed.length > 0 ? failed : containers).map(
    async (container): Promise<readonly LogTail[]> => {
      const defined = definition.containerDefinitions?.find(({ name }) => name === container.name);
      const stream =
        defined && logStreamOf(defined, container, nameOfArn(task.taskArn ?? ""), connection.target.region);
      if (!stream) return [];
      return [
        {
          task: shortId(task),
          container: container.name ?? "",
          lines: await connection.logs.lastLines(stream, lines, signal),
        },
      ];
    },
  );
  return (await Promise.all(tails)).flat();
}

const shortId = ({ taskArn = "" }: Task): string => nameOfArn(taskArn).slice(0, 8);
