import { describeFailure } from "../../model/failure.ts";

/** Nobody can tell whether a call was carried out. It was not sent again, so that nothing is done twice. */
export class UnknownOutcomeError extends Error {
  override readonly name = "UnknownOutcomeError";

  /** @param lost what came in place of the answer */
  constructor(operation: string, lost: unknown) {
    const { reason } = describeFailure(lost, "");
    super(
      `it is not known whether AWS carried out ${operation}. Its answer got lost (${reason.replace(/\.$/, "")}), and what it does was not seen since. It was not sent again, so that nothing is done twice: look before you try again.`,
      { cause: lost },
    );
  }
}
