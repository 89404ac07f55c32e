/**
 * Where calls go: a profile of the shared configuration (undefined: the environment's own credentials) in a
 * region.
 */
export interface Target {
  readonly profile: string | undefined;
  readonly region: string;
  /** Set for the demo account, which is simulated on this machine: it has neither profile nor credentials. */
  readonly simulated?: true;
}

/** The demo account. */
export const demoTarget: Target = { profile: undefined, region: "eu-west-1", simulated: true };

/** What stands for the profile where a target is named. */
export const profileLabel = ({ profile, simulated }: Target): string =>
  simulated ? "demo (simulated)" : (profile ?? "environment");

/** A stable key of a target, also the id of its row. */
export const targetKey = ({ profile, region, simulated }: Target): string =>
  `${simulated ? "demo (simulated)" : (profile ?? "")}@${region}`;

/** The target in words: `dev · eu-west-1`. */
export const targetLabel = (target: Target): string => `${profileLabel(target)} · ${target.region}`;
