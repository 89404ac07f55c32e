import type { ConnectionNode } from "../tree/connectionNode.ts";
import type { Command } from "./command.ts";
import { pickRegion } from "./pickRegion.ts";

export const selectProfile: Command<ConnectionNode> = {
  id: "taskwright.selectProfile",
  title: "Select Profile…",
  on: ["connection"],
  groups: ["1_connection@1"],
  viewTitle: "1_connection@1",
  async run({ ui, connections }, node) {
    const profiles = await connections.profiles();
    if (profiles.length === 0) {
      await ui.warn("No AWS profile found. Run “aws configure” or “aws configure sso” to make one.");
      return;
    }
    const choices = profiles.map((profile) => ({
      label: profile.name,
      description: [profile.region, profile.source].filter(Boolean).join(" · "),
      value: profile,
    }));
    const profile = await ui.pick("Select a profile", choices);
    if (!profile) return;
    const region = connections.regionOf(profile) ?? (await pickRegion(ui));
    if (region) await connections.replace({ profile: profile.name, region }, node?.target);
  },
};
