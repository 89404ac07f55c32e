import { clusterOfArn, nameOfArn } from "../model/arn.ts";
import { targetKey } from "../model/target.ts";
import type { Session } from "../session/session.ts";
import type { Command, CommandContext } from "./command.ts";

/** Finds one service among all of an account by its name, without describing any of them. */
export const findService: Command = {
  id: "taskwright.findService",
  title: "Go to Service…",
  icon: "search",
  viewTitle: "navigation@3",
  async run(context) {
    const session = await currentSession(context);
    if (!session) return;
    const arns = await context.ui.progress("Listing services", (progress, signal) => listAll(session, signal, (count) => progress.report(`${count.toLocaleString("en-US")} so far`)));
    const choices = arns.map((arn) => ({ label: nameOfArn(arn), description: clusterOfArn(arn), value: arn }));
    const chosen = await context.ui.pick("Go to service", choices, "Part of the name or of the cluster's name");
    if (chosen === undefined) return;
    const cluster = clusterArnOf(chosen);
    session.services(cluster).include(chosen);
    await context.explorer.reveal([targetKey(session.connection.target), "clusters", cluster, "services", chosen]);
  },
};

async function currentSession({ connections, sessions, ui }: CommandContext): Promise<Session | undefined> {
  const [target] = await connections.targets();
  if (target) return sessions.open(target);
  await ui.warn("There is no connection. Select a profile first.");
  return undefined;
}

async function listAll(session: Session, signal: AbortSignal, progress: (count: number) => void): Promise<readonly string[]> {
  const clusters = await session.connection.ecs.clusterArns(signal);
  const found: string[] = [];
  for (const cluster of clusters) {
    const { names } = session.services(cluster);
    await names.all(signal, () => progress(found.length + (names.items?.length ?? 0)));
    found.push(...(names.items ?? []));
  }
  return found.sort();
}

/** The ARN of the cluster in which a service is: `…:service/live/orders` is in `…:cluster/live`. */
function clusterArnOf(serviceArn: string): string {
  return serviceArn.replace(/:service\/([^/]+)\/.*$/, ":cluster/$1");
}
