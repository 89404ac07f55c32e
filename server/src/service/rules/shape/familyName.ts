/** Folder names that say nothing of what is deployed. */
const generic =
  /^(?:\.?aws|\.github|ci|cd|config|deploy|deployment|deployments|ecs|infra|infrastructure|src|task[-_]?def(?:inition)?s?)$/i;

/**
 * A family name after the file, or where that has a general name, after the nearest folder with a name of its
 * own.
 */
export function familyFor(uri: string): string {
  const [file = "", ...folders] = uri.split(/[/\\]/).map(decode).reverse();
  const stem = file
    .replace(/\.[^.]*$/, "")
    .replace(/(?:ecs[-_.]?)?task[-_]?def(?:inition)?s?(?:\.template)?/i, "");
  const candidates = [stem, ...folders.filter((folder) => !generic.test(folder))].map(toName);
  return candidates.find((name) => name !== "") ?? "app";
}

/** Keeps what a family may consist of. */
function toName(text: string): string {
  return text.replace(/[^A-Za-z0-9_]+/g, "-").replace(/^[-_]+|(?<![-_])[-_]+$/g, "");
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a plain path that holds "%"
  }
}
