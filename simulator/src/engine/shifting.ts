import type { ServiceDeploymentLifecycleStage } from "@aws-sdk/client-ecs";
import { isHealthy, isUnhealthy, isWanted } from "../state/task.ts";
import { openHooks } from "./hooks.ts";
import { startTasks, stopTasks } from "./staffing.ts";
import { surplusTasks } from "./surplus.ts";
import type { Account, Service, ServiceDeployment, Shift, Stage, Task } from "../state/types.ts";

/**
 * Moves a blue/green, linear or canary deployment on as far as it gets. `again` is called when time has
 * brought it further. Returns whether the last stage is done.
 */
export function shiftTraffic(
  account: Account,
  service: Service,
  deployment: ServiceDeployment,
  shift: Shift,
  changed: (task: Task) => void,
  again: () => void,
): boolean {
  staff(account, service, deployment, shift, changed);
  for (let stage = shift.stages[shift.index]; stage; stage = shift.stages[shift.index]) {
    if (!passes(account, service, deployment, shift, stage, again)) return false;
    shift.index++;
    shift.phase = "entering";
    staff(account, service, deployment, shift, changed);
  }
  return true;
}

const reached = (shift: Shift, name: Stage["name"]): boolean =>
  shift.stages.slice(0, shift.index + 1).some((stage) => stage.name === name);

/** Keeps the old revision's tasks until the clean-up, and those of the new one from the scaling up on. */
function staff(
  account: Account,
  service: Service,
  { target }: ServiceDeployment,
  shift: Shift,
  changed: (task: Task) => void,
): void {
  const live = [...service.tasks].filter(isWanted);
  const green = live.filter((task) => task.launch.deployment === target.record.id);
  const blue = live.filter((task) => task.launch.deployment !== target.record.id);
  const sick = green.filter(isUnhealthy);
  const missing = service.desiredCount - (green.length - sick.length);
  if (reached(shift, "SCALE_UP")) startTasks(account, service, target, missing, changed, sick.length);
  stopTasks(account, service, sick, target);
  stopTasks(account, service, surplusTasks(account, service, service.desiredCount), target);
  if (reached(shift, "CLEAN_UP")) stopTasks(account, service, blue, target);
}

/** Whether the stage is over. */
function passes(
  account: Account,
  service: Service,
  deployment: ServiceDeployment,
  shift: Shift,
  stage: Stage,
  again: () => void,
): boolean {
  if (shift.phase === "entering") enter(account, deployment, shift, stage, again);
  if (shift.phase === "hooks") {
    if (shift.hooks.some(({ status }) => status !== "SUCCEEDED")) return false;
    begin(account, shift, stage, again);
  }
  if (account.clock.now() < shift.until) return false;
  if (stage.name === "SCALE_UP") return greenIsHealthy(service, deployment);
  if (stage.name === "CLEAN_UP")
    return [...service.tasks].every((task) => task.launch.deployment === deployment.target.record.id);
  return true;
}

function enter(
  account: Account,
  deployment: ServiceDeployment,
  shift: Shift,
  stage: Stage,
  again: () => void,
): void {
  deployment.record.lifecycleStage = stage.name as ServiceDeploymentLifecycleStage;
  deployment.record.updatedAt = account.clock.now();
  shift.phase = "hooks";
  shift.hooks = openHooks(account, deployment, stage.name, again);
}

/** The hooks are done: the traffic moves, and the time of the stage runs. */
function begin(account: Account, shift: Shift, stage: Stage, again: () => void): void {
  shift.phase = "working";
  if (stage.name === "TEST_TRAFFIC_SHIFT") shift.test = 100;
  if (stage.weight !== undefined) shift.production = stage.weight;
  shift.until = account.clock.now() + (stage.seconds ?? 0);
  if (stage.seconds) account.clock.after(stage.seconds, again);
}

const greenIsHealthy = (service: Service, { target }: ServiceDeployment): boolean =>
  [...service.tasks].filter((task) => task.launch.deployment === target.record.id && isHealthy(task))
    .length >= service.desiredCount;
