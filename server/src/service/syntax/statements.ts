/** Words of Go templates with which a statement begins; other expressions in `{{ }}` stand for text. */
const goWords = /\{\{-?\s*[#/]?(?:if|else|end|range|with|for|define|template|block|macro|unless|each)\b/;

/** A single name between `{%` and `%}`, which is no word of Jinja. */
const bareName =
  /^\{%-?\s*(?!(?:else|endif|endfor|endwith|endblock|endraw|endmacro|endcall|endfilter|endautoescape|endset|raw|autoescape|break|continue|debug)\b)[A-Za-z_][\w.]*\s*-?%\}/;

/** What begins or ends a block of Ruby, and of JavaScript in EJS. */
const rubyWords =
  /^<%-?\s*(?:if|unless|else|elsif|end|case|when|while|for)\b|\bdo(?:\s*\|[^|%]*\|)?\s*-?%>$|[{}]\s*-?%>$/;

/** Whether a placeholder may add or remove parts of the text around it, and stands for no value itself. */
export function isStatement(text: string): boolean {
  if (text.startsWith("<%"))
    return !text.startsWith("<%=") && (!text.startsWith("<%-") || rubyWords.test(text));
  if (text.startsWith("{%")) return !bareName.test(text);
  return text.startsWith("%{") || goWords.exec(text)?.index === 0;
}

/** Whether a stretch of text holds a statement. */
export function holdsStatement(text: string): boolean {
  return /\{%|<%(?!=)|%\{/.test(text) || goWords.test(text);
}

/** Words that open a block which another statement closes: of Go templates, Jinja and their like. */
const opening =
  /^(?:if|with|range|for|define|block|macro|call|filter|raw|autoescape|unless|each|case|while)\b/;

/** What a placeholder does to the depth of blocks: nothing, unless it is a statement. */
export function levelOf(text: string): readonly (1 | -1)[] {
  if (text.startsWith("<%") && !text.startsWith("<%="))
    return levelOfCode(
      text
        .slice(2, -2)
        .replace(/^[-#]|-$/g, "")
        .trim(),
    );
  const statement = /^(?:\{[{%]-?|%\{~?)\s*#?(\/?[a-z]+)/.exec(text)?.[1];
  if (statement === undefined) return [];
  if (statement.startsWith("/") || statement.startsWith("end")) return [-1];
  return opening.test(statement) ? [1] : [];
}

/** The same for a line of Ruby or JavaScript. */
function levelOfCode(code: string): readonly (1 | -1)[] {
  if (code.startsWith("}")) return code.endsWith("{") ? [] : [-1];
  if (/^end\b/.test(code)) return [-1];
  return opening.test(code) || code.endsWith("{") || /\bdo\s*(?:\|[^|]*\|)?$/.test(code) ? [1] : [];
}
