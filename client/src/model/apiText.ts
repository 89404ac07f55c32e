import { masked as withoutSecrets } from "./masked.ts";

/**
 * A resource as JSON in the spelling of the API, times in ISO 8601. Masked, secrets and the values of all
 * environment variables are hidden.
 */
export function apiText(value: object, { masked }: { readonly masked: boolean }): string {
  const shown = masked ? withoutSecrets(value, { hidesEnvironment: true }) : value;
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}
