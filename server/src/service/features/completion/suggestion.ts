import { CompletionItemKind } from "vscode-languageserver-types";

/** Something to insert, before it is known what stands around the cursor. */
export interface Suggestion {
  readonly label: string;
  /** JSON to insert; a snippet where {@link isSnippet}. */
  readonly insert: string;
  readonly isSnippet?: true;
  readonly kind: CompletionItemKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Shown struck through. */
  readonly isDeprecated?: boolean;
}

/** A string, a number or true and false. */
export function valueOf(value: string | number | boolean, detail?: string, documentation?: string): Suggestion {
  return {
    label: String(value),
    insert: JSON.stringify(value),
    kind: CompletionItemKind.Value,
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation }),
  };
}

/** The name of something in the file or the workspace. */
export function nameOf(name: string, detail?: string): Suggestion {
  return { ...valueOf(name, detail), kind: CompletionItemKind.Reference };
}

/** A string with stops to fill in, such as `arn:aws:iam::${1:account}:role/${2:name}`. */
export function template(label: string, text: string, detail: string): Suggestion {
  return { label, insert: `"${text}"`, isSnippet: true, kind: CompletionItemKind.Snippet, detail };
}

/** Text that stands as it is in a snippet. */
export function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, "\\$&");
}
