/** A text of ECS that is known: what it means and what one can do about it. */
export interface Explanation {
  readonly id: string;
  /** Matches what ECS, the agent or a log line says. Its groups can be used in `means`. */
  readonly says: RegExp;
  /**
   * What the text says besides, before or after that: one expression for all of it would take too long on
   * some texts.
   */
  readonly andSays?: readonly RegExp[];
  /** What happened, in a sentence; `$1` stands for the first group. */
  readonly means: string;
  /** What to do, in one or two sentences. */
  readonly todo: string;
  /** Page of the developer guide that tells more. */
  readonly link: string;
}

/** A page of the Amazon ECS developer guide. */
export const guide = (page: string): string =>
  `https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${page}.html`;
