/** A type of the AWS SDK with `When` for dates. */
type Travelling<T, When> = T extends Date
  ? When
  : T extends Uint8Array
    ? string
    : T extends readonly (infer Element)[]
      ? Travelling<Element, When>[]
      : T extends object
        ? { [Key in keyof T]: Travelling<T[Key], When> }
        : T;

/**
 * A type of the AWS SDK as it travels in JSON: dates are seconds since 1970. Only types come from the SDK;
 * the simulator runs without it.
 */
export type Wire<T> = Travelling<T, number>;

/** A type of the AWS SDK as it travels in XML: dates are ISO 8601 text. */
export type XmlWire<T> = Travelling<T, string>;
