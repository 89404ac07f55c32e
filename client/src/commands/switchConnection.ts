import { profileLabel, targetKey, targetLabel, type Target } from "../model/target.ts";
import type { Command } from "./command.ts";
import { pickRegion } from "./choosing/pickRegion.ts";
import { pickTarget } from "./choosing/pickTarget.ts";

type Choice = Target | "profile" | "region";

/**
 * What a click on the status bar offers: the other connections, or another profile or region in place of the
 * current.
 */
export const switchConnection: Command = {
  id: "taskwright.switchConnection",
  title: "Switch Connection…",
  async run({ ui, connections }) {
    const [current, ...others] = await connections.targets();
    const choice = await ui.pick<Choice>("ECS connection", [
      ...others.map((target) => ({
        label: targetLabel(target),
        description: "use for commands",
        value: target,
      })),
      {
        label: "Select Profile…",
        description: current ? `now ${profileLabel(current)}` : "",
        value: "profile",
      },
      ...(current && !current.simulated
        ? [{ label: "Select Region…", description: `now ${current.region}`, value: "region" as const }]
        : []),
    ]);
    if (choice === undefined) return;
    if (choice === "profile") {
      const target = await pickTarget(ui, connections, current);
      if (target) await connections.replace(target, current);
    } else if (choice === "region") {
      const region = await pickRegion(ui, current?.region);
      if (region) await connections.replace({ profile: current?.profile, region }, current);
    } else if (!current || targetKey(choice) !== targetKey(current)) {
      await connections.makeCurrent(choice);
    }
  },
};
