/** HTML that was escaped; only `html` makes it. */
export interface Html {
  readonly markup: string;
}

type Value = Html | readonly Html[] | string | number | undefined | false;

/** Builds HTML from a template. Whatever is put in is escaped, unless it was built by this function. */
export function html(texts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: texts.reduce((all, text, index) => all + markupOf(values[index - 1]) + text) };
}

function markupOf(value: Value): string {
  if (value === undefined || value === false) return "";
  if (typeof value === "string" || typeof value === "number") return escapedHtml(String(value));
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
}

function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
