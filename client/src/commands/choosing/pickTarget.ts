import type { Connections } from "../../account/connections.ts";
import type { Target } from "../../model/target.ts";
import type { Choice, Ui } from "../../host/ui.ts";
import type { Profile } from "../../aws/profiles.ts";
import { pickRegion } from "./pickRegion.ts";

/** The choice of the credentials that the environment has. */
const withoutProfile = "Without a profile";

/** Asks for a profile, and for a region when the profile has none. */
export async function pickTarget(
  ui: Ui,
  connections: Connections,
  present?: Target,
): Promise<Target | undefined> {
  const profiles = await connections.profiles();
  if (profiles.length === 0) {
    const chosen = await ui.warn(
      "No AWS profile found. “aws configure” or “aws configure sso” makes one. What runs in AWS has credentials without a profile.",
      withoutProfile,
    );
    return chosen === undefined ? undefined : targetOf(ui, connections, undefined);
  }
  const choices: Choice<Profile | undefined>[] = profiles.map((profile) => ({
    label: profile.name,
    description: [profile.region, profile.source, profile.name === present?.profile && "current"]
      .filter(Boolean)
      .join(" · "),
    value: profile,
  }));
  choices.push({
    label: withoutProfile,
    description: "environment variables, web identity, container or instance",
    value: undefined,
  });
  const chosen = await ui.pick(
    "Select a profile",
    choices.map((choice) => ({ ...choice, value: choice })),
  );
  return chosen && targetOf(ui, connections, chosen.value);
}

async function targetOf(
  ui: Ui,
  connections: Connections,
  profile: Profile | undefined,
): Promise<Target | undefined> {
  const region = connections.regionOf(profile) ?? (await pickRegion(ui));
  return region === undefined ? undefined : { profile: profile?.name, region };
}
