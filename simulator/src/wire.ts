/**
 * A type of the AWS SDK as it travels in JSON: dates are seconds since 1970. Only types come from the SDK;
 * the simulator runs without it.
 */
export type Wire<T> = T extends Date
  ? number
  : T extends readonly (infer Element)[]
    ? Wire<Element>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T;
