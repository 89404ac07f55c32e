import { CompletionItemKind } from "vscode-languageserver-types";
import type { Template } from "../scaffolds/template.ts";

/** Something to insert, before it is known what stands around the cursor. */
export interface Suggestion {
  readonly label: string;
  /** What it inserts: the value, or the value of the member that {@link label} names. */
  readonly template: Template;
  readonly kind: CompletionItemKind;
  /** What the typed text is compared with, where that is not the label. */
  readonly filter?: string;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Members that go with it into the same object. */
  readonly beside?: Readonly<Record<string, Template>>;
  /** Members that the definition needs besides, which go before its containers. */
  readonly atTop?: Readonly<Record<string, Template>>;
  /** Members of the definition whose values change with it. */
  readonly sets?: Readonly<Record<string, string>>;
  /** Shown struck through. */
  readonly isDeprecated?: boolean;
}

/** A string, a number or true and false. */
export function valueOf(
  value: string | number | boolean,
  detail?: string,
  documentation?: string,
): Suggestion {
  return {
    label: String(value),
    template: value,
    kind: CompletionItemKind.Value,
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation }),
  };
}

/** The name of something in the file or the workspace. */
export function nameOf(name: string, detail?: string): Suggestion {
  return { ...valueOf(name, detail), kind: CompletionItemKind.Reference };
}

/** A value with stops to fill in. */
export function snippet(label: string, template: Template, detail: string): Suggestion {
  return { label, template, kind: CompletionItemKind.Snippet, detail };
}
