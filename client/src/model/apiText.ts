/** What stands for a hidden value. */
export const hidden = "••••••";

/** Options of log drivers that hold a secret: the token of Splunk's HTTP Event Collector. */
const secretOptions = new Set(["splunk-token"]);

/**
 * A resource as JSON in the spelling of the API, times in ISO 8601. Masked, the values of environment variables and of
 * secret log options are hidden.
 */
export function apiText(value: object, { masked }: { readonly masked: boolean }): string {
  return `${JSON.stringify(masked ? withoutValues(value) : value, undefined, 2)}\n`;
}

function withoutValues(value: unknown, key = ""): unknown {
  if (Array.isArray(value))
    return value.map((item) => (key === "environment" ? hideValue(item) : withoutValues(item)));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      key === "options" && secretOptions.has(name) ? hidden : withoutValues(member, name),
    ]),
  );
}

function hideValue(variable: unknown): unknown {
  return typeof variable === "object" && variable !== null && "value" in variable
    ? { ...variable, value: hidden }
    : variable;
}
