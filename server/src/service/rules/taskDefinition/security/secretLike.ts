import {
  harmlessEndings,
  harmlessValues,
  secretForms,
  secretHint,
  secretNameHint,
  secretNames,
} from "../../../data/secretPatterns.ts";

/** What a text holds that has the form of a secret; undefined for other texts. */
export function secretIn(text: string): string | undefined {
  return secretHint.test(text) ? secretForms.find(({ form }) => form.test(text))?.what : undefined;
}

/** Tells whether a name announces a secret: DB_PASSWORD, apiToken, --private-key. */
export function isSecretName(name: string): boolean {
  if (!secretNameHint.test(name)) return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
  return secretNames.test(words) && !harmlessEndings.test(words);
}

/** Tells whether a text can be the value of a secret, and not a reference to one. */
export function canBeSecret(value: string, name: string): boolean {
  const isShortNumber = /^\d{1,6}$/.test(value) && !/pass|pwd/i.test(name);
  return value.trim() !== "" && !harmlessValues.test(value) && !isShortNumber;
}
