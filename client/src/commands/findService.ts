import { nameOfArn } from "../model/arn.ts";
import { targetKey } from "../model/target.ts";
import type { Session } from "../account/session.ts";
import type { Command, CommandContext } from "./command.ts";

/** The ARN of a service, and that of its cluster, which a service's ARN of the old format does not name. */
interface Found {
  readonly arn: string;
  readonly cluster: string;
}

/** Finds one service among all of an account by its name, without describing any of them. */
export const findService: Command = {
  id: "taskwright.findService",
  title: "Go to Service…",
  icon: "search",
  viewTitle: "navigation@3",
  async run(context) {
    const session = await currentSession(context);
    if (!session) return;
    const found = await context.ui.progress("Listing services", (progress, signal) =>
      listAll(session, signal, (count) => progress.report(`${count.toLocaleString("en-US")} so far`)),
    );
    const choices = found.map((each) => ({
      label: nameOfArn(each.arn),
      description: nameOfArn(each.cluster),
      value: each,
    }));
    const chosen = await context.ui.pick(
      "Go to service",
      choices,
      "Part of the name or of the cluster's name",
    );
    if (chosen === undefined) return;
    const { arn, cluster } = chosen;
    session.services(cluster).include(arn);
    await context.explorer.reveal([
      targetKey(session.connection.target),
      "clusters",
      cluster,
      "services",
      arn,
    ]);
  },
};

async function currentSession({ connections, sessions, ui }: CommandContext): Promise<Session | undefined> {
  const [target] = await connections.targets();
  if (target) return sessions.open(target);
  await ui.warn("There is no connection. Select a profile first.");
  return undefined;
}

async function listAll(
  session: Session,
  signal: AbortSignal,
  progress: (count: number) => void,
): Promise<readonly Found[]> {
  const clusters = await session.connection.ecs.clusterArns(signal);
  const found: Found[] = [];
  for (const cluster of clusters) {
    const { names } = session.services(cluster);
    await names.all(signal, () => progress(found.length + (names.items?.length ?? 0)));
    found.push(...(names.items ?? []).map((arn) => ({ arn, cluster })));
  }
  return found.sort((a, b) => (a.arn < b.arn ? -1 : 1));
}
