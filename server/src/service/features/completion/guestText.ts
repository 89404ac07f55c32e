import { inString, type Notation } from "../scaffolds/notation.ts";
import { Stop, type Template, TextWithStops } from "../scaffolds/template.ts";

/** How the text around the cursor is written. */
export interface GuestLayout {
  readonly eol: string;
  /** The blanks before what is on a line of its own. */
  readonly indent: string;
  readonly unit: string;
  /** How far the marks of lists are from the name above them, in YAML. */
  readonly listIndent: string;
  /** Whether lines are broken. */
  readonly isMultiline: boolean;
}

/** Writes members and values in the syntax of a file. */
export interface GuestPrinter {
  readonly member: (name: string, template: Template, layout: GuestLayout) => string;
  /** A value behind a name or mark on its line. */
  readonly value: (template: Template, layout: GuestLayout) => string;
}

type Members = Readonly<Record<string, Template>>;

function isMembers(template: Template): template is Members {
  return (
    typeof template === "object" &&
    !(template instanceof Stop) &&
    !(template instanceof TextWithStops) &&
    !Array.isArray(template)
  );
}

/** Values in YAML: in lines, or in brackets where these are. */
export function yamlPrinter(notation: Notation): GuestPrinter {
  const scalar = (template: Template): string => {
    if (template instanceof Stop) {
      const isBare = template.proposals.length > 0 && template.proposals.every(needsNoQuotes);
      const text = notation.stop(template);
      return template.isText && !isBare ? `"${text}"` : text;
    }
    if (template instanceof TextWithStops) return `"${pieces(template, notation)}"`;
    if (typeof template !== "string") return JSON.stringify(template);
    return notation.escape(needsNoQuotes(template) ? template : JSON.stringify(template));
  };
  const flow = (template: Template): string => {
    if (Array.isArray(template)) return `[${(template as readonly Template[]).map(flow).join(", ")}]`;
    if (!isMembers(template)) return scalar(template);
    const members = Object.entries(template).map(([key, value]) => `${plainKey(key)}: ${flow(value)}`);
    return members.length === 0 ? `{${notation.stop(undefined)}}` : `{ ${members.join(", ")} }`;
  };
  const lines = (template: Template, layout: GuestLayout): string => {
    const line = layout.eol + layout.indent;
    if (Array.isArray(template))
      return (template as readonly Template[]).map((item) => `- ${element(item, layout)}`).join(line);
    return Object.entries(template as Members)
      .map(([key, value]) => member(key, value, layout))
      .join(line);
  };
  const element = (item: Template, layout: GuestLayout): string =>
    isMembers(item) && Object.keys(item).length > 0
      ? lines(item, { ...layout, indent: `${layout.indent}  ` })
      : flow(item);
  const member = (name: string, template: Template, layout: GuestLayout): string => {
    const isList = Array.isArray(template);
    const isFilled = (isList || isMembers(template)) && Object.keys(template).length > 0;
    if (!isFilled || !layout.isMultiline) return `${plainKey(name)}: ${flow(template)}`;
    const indent = layout.indent + (isList ? layout.listIndent : layout.unit);
    return `${plainKey(name)}:${layout.eol}${indent}${lines(template, { ...layout, indent })}`;
  };
  return {
    member,
    value: (template, layout) => {
      const isFilled = typeof template === "object" && (Array.isArray(template) || isMembers(template));
      return isFilled && layout.isMultiline && Object.keys(template).length > 0
        ? lines(template, layout)
        : flow(template);
    },
  };
}

/** Values in HCL, as in `jsonencode`. */
export function hclPrinter(notation: Notation, assign: string): GuestPrinter {
  const scalar = (template: Template): string => {
    if (template instanceof Stop) {
      const text = notation.stop(template);
      return template.isText ? `"${text}"` : text;
    }
    if (template instanceof TextWithStops) return `"${pieces(template, notation)}"`;
    const isText = typeof template === "string";
    const text = JSON.stringify(template);
    return isText ? notation.escape(text.replace(/([$%])\{/g, "$1$1{")) : text;
  };
  const value = (template: Template, layout: GuestLayout): string => {
    const isList = Array.isArray(template);
    if (!isList && !isMembers(template)) return scalar(template);
    const inner = { ...layout, indent: layout.indent + layout.unit };
    const parts = isList
      ? (template as readonly Template[]).map((item) => value(item, inner))
      : Object.entries(template as Members).map(([key, each]) => member(key, each, inner));
    const [open, close] = isList ? "[]" : "{}";
    if (parts.length === 0) return isList ? "[]" : `{${notation.stop(undefined)}}`;
    const isShort = parts.length === 1 && !parts[0]!.includes("\n");
    if (isShort || !layout.isMultiline) return isList ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
    const line = layout.eol + inner.indent;
    const separator = (isList || assign === ": " ? "," : "") + line;
    return open + line + parts.join(separator) + layout.eol + layout.indent + close;
  };
  const member = (name: string, template: Template, layout: GuestLayout): string => {
    const isBare = assign !== ": " && /^[A-Za-z_][\w-]*$/.test(name);
    return notation.escape(isBare ? name : JSON.stringify(name)) + assign + value(template, layout);
  };
  return { member, value };
}

function pieces({ pieces: parts }: TextWithStops, notation: Notation): string {
  return parts
    .map((piece) => (typeof piece === "string" ? notation.escape(inString(piece)) : notation.stop(piece)))
    .join("");
}

function plainKey(key: string): string {
  return /^[A-Za-z_][\w.-]*$/.test(key) ? key : JSON.stringify(key);
}

/** True for texts that YAML takes for nothing else. */
function needsNoQuotes(value: string | number | boolean): boolean {
  if (typeof value !== "string") return true;
  return (
    /^[A-Za-z_/][\w./@-]*(?::[\w./@-]+)*$/.test(value) &&
    !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value)
  );
}
