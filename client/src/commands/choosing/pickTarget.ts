import type { Connections } from "../../account/connections.ts";
import type { Target } from "../../model/target.ts";
import type { Ui } from "../../host/ui.ts";
import { pickRegion } from "./pickRegion.ts";

/** Asks for a profile, and for a region when the profile has none. */
export async function pickTarget(
  ui: Ui,
  connections: Connections,
  present?: Target,
): Promise<Target | undefined> {
  const profiles = await connections.profiles();
  if (profiles.length === 0) {
    await ui.warn("No AWS profile found. “aws configure” or “aws configure sso” makes one.");
    return undefined;
  }
  const choices = profiles.map((profile) => ({
    label: profile.name,
    description: [profile.region, profile.source, profile.name === present?.profile && "current"]
      .filter(Boolean)
      .join(" · "),
    value: profile,
  }));
  const profile = await ui.pick("Select a profile", choices);
  if (!profile) return undefined;
  const region = connections.regionOf(profile) ?? (await pickRegion(ui));
  return region === undefined ? undefined : { profile: profile.name, region };
}
