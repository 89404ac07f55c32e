import { regions } from "../../../../shared/src/regions.ts";
import type { Ui } from "../../host/ui.ts";

/** Asks for a region; the present one comes first. */
export async function pickRegion(ui: Ui, present?: string): Promise<string | undefined> {
  const choices = regions.map(({ id, name }) => ({
    label: id,
    description: id === present ? `${name} · current` : name,
    value: id,
  }));
  choices.sort((a, b) => Number(b.value === present) - Number(a.value === present));
  return ui.pick("Select a region", choices);
}
