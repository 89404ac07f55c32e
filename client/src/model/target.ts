/** Where calls go: a profile of the shared configuration (undefined: the environment's own credentials) in a region. */
export interface Target {
  readonly profile: string | undefined;
  readonly region: string;
}

/** A stable key of a target, also the id of its row. */
export const targetKey = ({ profile, region }: Target): string => `${profile ?? ""}@${region}`;

/** The target in words: `dev · eu-west-1`. */
export const targetLabel = ({ profile, region }: Target): string => `${profile ?? "environment"} · ${region}`;
