const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Writes a value as elements; `item` names the elements of lists. Undefined members are left out. */
export function toXml(name: string, value: unknown, item: string): string {
  if (value === undefined || value === null) return "";
  return `<${name}>${content(value, item)}</${name}>`;
}

function content(value: unknown, item: string): string {
  if (Array.isArray(value)) return value.map((element) => toXml(item, element, item)).join("");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([key, member]) => toXml(key, member, item))
      .join("");
  return escapeXml(String(value));
}
