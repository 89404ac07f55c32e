import type { ScalableTarget } from "../../aws/types.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command, CommandContext } from "../command.ts";
import { serviceRefResource, serviceRefWords } from "../choosing/serviceRef.ts";
import { scaledService } from "./scaledService.ts";

/**
 * Keeps auto scaling from changing a service's count for a while, or lets it go on; bounds and policies stay.
 */
export const suspendScaling: Command<ServiceNode> = {
  id: "taskwright.suspendScaling",
  title: "Suspend or Resume Auto Scaling…",
  needsTrust: true,
  on: ["service"],
  needs: "scalable",
  groups: ["2_change@5"],
  async run(context, node) {
    const ref = await scaledService(context, node);
    if (!ref) return;
    const { target } = ref;
    const choice = await pickState(context, serviceRefWords(ref), target);
    if (!choice) return;
    const { ResourceId, ScalableDimension, ServiceNamespace, MinCapacity, MaxCapacity } = target;
    const permit = await ref.connection.writes.ask({
      question: `${choice.words} auto scaling of ${serviceRefWords(ref)}`,
      facts: [`Its bounds stay from ${MinCapacity} to ${MaxCapacity}.`],
      action: choice.inward ? "Suspend" : "Resume",
      resources: [serviceRefResource(ref)],
    });
    if (!permit) return;
    const SuspendedState = {
      DynamicScalingInSuspended: choice.inward,
      DynamicScalingOutSuspended: choice.outward,
      ScheduledScalingSuspended: choice.scheduled,
    };
    await permit.registerScalableTarget({ ResourceId, ScalableDimension, ServiceNamespace, SuspendedState });
    void context.explorer.refresh();
  },
};

interface State {
  /** What begins the question. */
  readonly words: string;
  readonly inward: boolean;
  readonly outward: boolean;
  readonly scheduled: boolean;
}

const states: readonly { readonly label: string; readonly detail: string; readonly value: State }[] = [
  {
    label: "Suspend",
    detail: "The count stays as it is until you resume or scale by hand.",
    value: { words: "Suspend", inward: true, outward: true, scheduled: true },
  },
  {
    label: "Suspend scaling in only",
    detail: "Tasks are added, but none is taken away.",
    value: { words: "Suspend scaling in by", inward: true, outward: false, scheduled: false },
  },
  {
    label: "Resume",
    detail: "Policies and schedules change the count again.",
    value: { words: "Resume", inward: false, outward: false, scheduled: false },
  },
];

async function pickState(
  { ui }: CommandContext,
  service: string,
  { SuspendedState: now }: ScalableTarget,
): Promise<State | undefined> {
  const isNow = ({ inward, outward, scheduled }: State): boolean =>
    inward === (now?.DynamicScalingInSuspended ?? false) &&
    outward === (now?.DynamicScalingOutSuspended ?? false) &&
    scheduled === (now?.ScheduledScalingSuspended ?? false);
  return ui.pick(
    `Auto scaling of ${service}`,
    states.map((state) => ({ ...state, ...(isNow(state.value) ? { description: "as now" } : {}) })),
  );
}
