import type { Place } from "../place.ts";
import type { Suggestion } from "../suggestion.ts";

export function scaffoldsAt(_place: Place): readonly Suggestion[] {
  return [];
}
