/** A property that does not hold. */
export class Fault extends Error {
  /** Faults with one signature have one cause, more or less. */
  readonly signature: string;

  constructor(signature: string, details: string) {
    super(`${signature}\n${details}`);
    this.signature = signature;
  }
}

/** The fault that an exception stands for: its kind, and where in the product it was thrown. */
export function faultOf(error: unknown, doing: string): Fault {
  if (error instanceof Fault) return error;
  const { name, message, stack = "" } = error as Error;
  const place = /\/((?:server|shared)\/src\/[^:)]+)/.exec(stack)?.[1] ?? "outside of the product";
  return new Fault(
    `exception: ${name} in ${place} (${doing})`,
    `${message}\n${stack.split("\n").slice(1, 8).join("\n")}`,
  );
}
