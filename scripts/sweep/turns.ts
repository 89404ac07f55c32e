/** Everything that a machine may say of when and where it is. */
export interface Turn {
  /** `18 h` or `year's end Asia/Tokyo`, as a line of the table begins. */
  readonly name: string;
  /** Milliseconds since 1970 at which each layer starts. */
  readonly start: number;
  readonly zone: string;
  /** Of the variable LANG. */
  readonly language: string;
}

const zones = ["UTC", "America/Los_Angeles", "Asia/Tokyo", "Asia/Kathmandu"];
const languages = ["en_US.UTF-8", "de_DE.UTF-8", "ja_JP.UTF-8"];

/** Days at whose midnight something changes besides the day, in the time of each zone. */
const edges: readonly (readonly [name: string, year: number, month: number, day: number])[] = [
  ["midnight", 2026, 6, 17],
  ["month's end", 2026, 4, 30],
  ["year's end", 2026, 12, 31],
  ["28 February", 2028, 2, 28],
  ["29 February", 2028, 2, 29],
];

/** Nights in which the clocks of Los Angeles are changed, a minute before. */
const changes = [
  ["clocks forward", Date.UTC(2026, 2, 8, 9, 59)],
  ["clocks back", Date.UTC(2026, 10, 1, 8, 59)],
] as const;

/**
 * The turns of the sweep. Each begins shortly before the hour or the day ends, so that the tests pass over
 * it: every hour of UTC, with zones and languages in rotation; every edge in every zone; and the nights in
 * which the clocks change.
 */
export function turns(): readonly Turn[] {
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    name: `${String(hour).padStart(2, "0")} h`,
    start: Date.UTC(2026, 5, 17, hour, 59),
    zone: rotated(zones, hour),
    language: rotated(languages, hour),
  }));
  const atEdges = edges.flatMap(([name, year, month, day], edge) =>
    zones.map((zone, index) => ({
      name: `${name} ${zone}`,
      start: localTime(zone, Date.UTC(year, month - 1, day, 23, 59)),
      zone,
      language: rotated(languages, edge + index),
    })),
  );
  const atChanges = changes.map(([name, start], index) => ({
    name,
    start,
    zone: "America/Los_Angeles",
    language: rotated(languages, index),
  }));
  return [...hours, ...atEdges, ...atChanges];
}

function rotated(values: readonly string[], index: number): string {
  return values[index % values.length] ?? "";
}

/** When the clocks of a zone show what `shown` would show in UTC. */
function localTime(zone: string, shown: number): number {
  const name = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(shown)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name ?? "") ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return shown - (sign === "-" ? -offset : offset);
}
