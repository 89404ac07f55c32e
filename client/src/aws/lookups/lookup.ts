import type { LookupValue } from "../../../../server/src/protocol.ts";
import type { Calls } from "../calls.ts";
import type { SettingsFor } from "../clientSettings.ts";

/** What look-ups call AWS with. */
export interface LookupContext {
  readonly calls: Calls;
  readonly settingsFor: SettingsFor;
  readonly signal: AbortSignal;
}

/** Finds the values of one kind. Throws what AWS answers. */
export type Lookup = (context: LookupContext, scope: string | undefined) => Promise<readonly LookupValue[]>;

/** A value to insert, with a few words beside it where there are any. */
export function valueOf(value: string | undefined, detail?: string): readonly LookupValue[] {
  return value === undefined ? [] : [{ value, ...(detail !== undefined && { detail }) }];
}
