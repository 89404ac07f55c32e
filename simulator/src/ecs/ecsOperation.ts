import { readInput } from "../input/readInput.ts";
import { operation as anyOperation, type TypedOperation } from "../protocol/operation.ts";
import type { Wire } from "../protocol/wire.ts";
import { inputShapes } from "./input/inputShapes.table.ts";
import type { Account } from "../state/types.ts";

/** Defines an operation of ECS, whose input is read by its shape first. */
export function operation<Input, Output>(
  name: string,
  run: (account: Account, input: Wire<Input>) => Wire<Output> & object,
  note?: string,
): TypedOperation<Input, Output> {
  return anyOperation<Input, Output>(
    name,
    (account, input) => run(account, readInput(inputShapes, name, input as object) as Wire<Input>),
    note,
  );
}
