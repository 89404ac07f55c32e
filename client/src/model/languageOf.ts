import { detectIn, type DetectedOutline } from "../../../shared/src/detect.ts";
import { serviceLanguage, taskDefinitionLanguage } from "./languages.ts";

/**
 * The most characters that are looked at: ECS takes no definition above 64 KiB, comments and blanks not
 * counted.
 */
const longest = 500_000;

const languages = { "task-definition": taskDefinitionLanguage, service: serviceLanguage } as const;

/**
 * Our language for a JSON text that reads like a task definition or service of ECS, or like what a call
 * answers about one, else undefined.
 */
export function languageOf(text: string): string | undefined {
  const kind = text.length > longest ? undefined : detectIn(outlineOf(text));
  return kind && languages[kind];
}

/** Where the objects stand that tell what a text is, by the names and lists that lead there. */
const places: ReadonlyMap<string, keyof DetectedOutline> = new Map([
  ["", "outermost"],
  ["/taskDefinition", "taskDefinition"],
  ["/service", "service"],
  ["/services[]", "service"],
  ["[]", "listed"],
]);

/** What is read of an object. */
interface ReadObject {
  readonly names: Set<string>;
  readonly texts: Map<string, string | undefined>;
}

/** An object or list that is open. */
interface Level {
  readonly place: string;
  readonly isList: boolean;
  readonly object: ReadObject | undefined;
  /** The name whose value comes next. */
  key: string;
}

type Outline = { -readonly [place in keyof DetectedOutline]: ReadObject };

/** Works on broken text: reads strings, comments and nesting, nothing more. */
function outlineOf(text: string): DetectedOutline {
  const outline: Outline = {};
  const levels: Level[] = [];
  // What is not closed goes on to the end of its line or of the text, so that no part is read twice.
  const token = /"([^"\\\n]*(?:\\.[^"\\\n]*)*)(?:"(\s*:)?)?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|[{}[\]]/g;
  for (const [part, content, colon] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (part === "{" || part === "[") levels.push(levelBelow(level, part === "[", outline));
    else if (part === "}" || part === "]") levels.pop();
    else if (level && content !== undefined && colon !== undefined) {
      level.key = content;
      level.object?.names.add(content);
      level.object?.texts.set(content, undefined);
    } else if (level && content !== undefined) level.object?.texts.set(level.key, content);
  }
  return outline;
}

function levelBelow(parent: Level | undefined, isList: boolean, outline: Outline): Level {
  const place = parent ? `${parent.place}${parent.isList ? "[]" : `/${parent.key}`}` : "";
  const known = isList ? undefined : places.get(place);
  const object = known && (outline[known] ??= { names: new Set(), texts: new Map() });
  return { place, isList, object, key: "" };
}
