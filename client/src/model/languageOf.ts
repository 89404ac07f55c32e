import { detect } from "../../../shared/src/detect.ts";
import { serviceLanguage, taskDefinitionLanguage } from "./languages.ts";

/** The most characters that are looked at: ECS takes no definition above 64 KiB, comments and blanks not counted. */
const longest = 500_000;

const languages = { "task-definition": taskDefinitionLanguage, service: serviceLanguage } as const;

/** Our language for a JSON text whose top level reads like a task definition or service of ECS, else undefined. */
export function languageOf(text: string): string | undefined {
  const kind = text.length > longest ? undefined : detect(topLevelKeys(text));
  return kind && languages[kind];
}

/** The keys of the outermost object. Works on broken text: reads strings, comments and nesting, nothing more. */
function topLevelKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  // What is not closed goes on to the end of its line or of the text, so that no part is read twice.
  const token = /"([^"\\\n]*(?:\\.[^"\\\n]*)*)(?:"(\s*:)?)?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|[{}[\]]/g;
  let depth = 0;
  for (const [part, key, colon] of text.matchAll(token)) {
    if (part === "{" || part === "[") depth += 1;
    else if (part === "}" || part === "]") depth -= 1;
    else if (depth === 1 && colon !== undefined && key !== undefined) keys.add(key);
  }
  return keys;
}
