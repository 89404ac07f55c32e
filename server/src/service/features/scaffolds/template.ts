/**
 * JSON in which the user fills in the stops: what completion inserts and new files are made of.
 */
export type Template =
  | string
  | number
  | boolean
  | Stop
  | TextWithStops
  | readonly Template[]
  | { readonly [member: string]: Template };

type Scalar = string | number | boolean;

/** A place where the user types on, or chooses. */
export class Stop {
  /** What may stand there, the likeliest first; none where nobody can know. */
  readonly proposals: readonly Scalar[];
  /** True for a string, which stands in quotes. */
  readonly isText: boolean;

  constructor(proposals: readonly Scalar[], isText: boolean) {
    this.proposals = proposals;
    this.isText = isText;
  }
}

/** A string of which parts are known, such as an ARN. */
export class TextWithStops {
  readonly pieces: readonly (string | Stop)[];

  constructor(pieces: readonly (string | Stop)[]) {
    this.pieces = pieces;
  }
}

/** A stop in a string, or one that is the whole string. */
export function text(...proposals: readonly string[]): Stop {
  return new Stop(proposals, true);
}

/** A number, or true and false. */
export function literal(...proposals: readonly (number | boolean)[]): Stop {
  return new Stop(proposals, false);
}

/** A string with stops in it: ``textOf`arn:aws:iam::${text("123456789012")}:role/${text("name")}` ``. */
export function textOf(strings: TemplateStringsArray, ...stops: readonly (string | Stop)[]): TextWithStops {
  return new TextWithStops(
    strings.flatMap((each, index) => (index < stops.length ? [each, stops[index]!] : [each])),
  );
}

/** True where the user has something to fill in. */
export function hasStops(template: Template): boolean {
  if (template instanceof Stop) return true;
  if (template instanceof TextWithStops) return template.pieces.some((piece) => piece instanceof Stop);
  if (typeof template !== "object") return false;
  const children = Object.values(template);
  return children.length === 0 ? !Array.isArray(template) : children.some(hasStops);
}
