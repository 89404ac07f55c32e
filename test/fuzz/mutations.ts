import { jsonTokens, type Token } from "./tokens.ts";
import type { Random } from "./random.ts";

/** Makes another text of one; `other` is a text from which parts may be taken. */
export type Mutation = (text: string, random: Random, other: string) => string;

const prototypeNames = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];

const oddCharacters = [
  ..."{}[]:,\"'\\/*#$%<>@_-.`~!|&;()=+?^ \t\n\r0aé",
  "\0",
  "\b",
  "\f",
  "\u007F",
  "\u0085",
  "\u00A0",
  "\u200B",
  "\u202E",
  "\u2028",
  "\u2029",
  "\uFEFF",
  "\uD83D",
  "\uDE00",
  "\u{1F600}",
  "e\u0301",
  "\u001B[31m",
  "\\ud800",
  "\\u0000",
  "\\/",
  "\\",
];

const values = [
  ...[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1e999",
    "-1e400",
    "0.1e-7",
    "9007199254740993",
    "1.",
    "01",
    "+1",
    "NaN",
  ],
  ...[
    '""',
    "[]",
    "{}",
    "[null]",
    "[[]]",
    "[{}]",
    '{"":""}',
    '" "',
    '"256"',
    '"1024"',
    "256",
    "65536",
    '"ALL"',
  ],
  ...[
    '"arn:aws:iam::123456789012:role/x"',
    '"arn:aws:::\\ud800"',
    '"arn:::::"',
    '"$A"',
    '"{{ env `A` }}"',
    '"x:y@z"',
  ],
  ...["FARGATE", '"FARGATE"', '"EC2"', '"awsvpc"', '"bridge"', '"host"', '"none"', "'x'", "undefined"],
];

const templates = [
  ...[
    "${A}",
    "$A",
    "${A:-x}",
    "${A:-{}}",
    "${constructor}",
    "$toString",
    "${__proto__}",
    "${}",
    "${a b}",
    "${A",
  ],
  ...[
    "{{ .A }}",
    "{{- .A -}}",
    "{{ env `A` `b` }}",
    '{{ must_env "A" }}',
    "{{",
    "}}",
    "{{}}",
    "{{{A}}}",
    '{{ "a" }}',
  ],
  ...[
    "{% x %}",
    "{%",
    "%}",
    "%A_B%",
    "<name>",
    "<",
    "__NAME__",
    "__",
    "#{A}#",
    "#{",
    "@A@",
    "[[A]]",
    "[[ ",
    "[[",
  ],
];

const statements = [
  ["{{ if .A }}", "{{ end }}"],
  ["{{- range .A }}", "{{- end -}}"],
  ["{% for a in b %}", "{% endfor %}"],
  ["{% if a %}", "{% else %}"],
  ["{{#if a}}", "{{/if}}"],
] as const;

const comments = [
  ...[
    "// x\n",
    "//\n",
    '// , } ] "\n',
    "// {{ end }}\n",
    "/* x */",
    "/**/",
    "/* , */",
    '/* } " */',
    "/*\n*/",
    "/* x",
    "//",
  ],
  ...["/* // */", "// /*\n", "# x\n", "<!-- x -->"],
];

const yamlParts = [
  "  ",
  " ",
  "\t",
  "- ",
  "- - ",
  "---\n",
  "...\n",
  "# x\n",
  "a:\n",
  "? a\n",
  "<<: *a\n",
  "%YAML 1.2\n",
  "|\n",
];
const yamlMarks = [
  "&a",
  "*a",
  "!Ref",
  "!Sub",
  "!GetAtt",
  "!!str",
  "!x",
  "|",
  ">-",
  "- ",
  "? ",
  ": ",
  "#",
  "'",
  "!If [A, {}, []]",
  "'",
];

const terraformMarks = [
  ...[
    "=",
    "= {",
    "}\n",
    "[",
    "]",
    "(",
    ")",
    "?",
    ": null",
    "...",
    "=>",
    "# x\n",
    "// x\n",
    "/* x */",
    "<<EOT\n",
    "<<-EOT\n",
  ],
  ...[
    "EOT\n",
    "jsonencode(",
    "merge(a, ",
    'dynamic "volume" {\n',
    "for a in b :",
    "var.a",
    "local.b[0]",
    '"${var.a}"',
  ],
  ...[
    '"%{ if a }',
    "%{ endif }",
    "$${",
    "null",
    'resource "aws_ecs_service" "x" {\n',
    "\\",
    "!",
    "&&",
    "1e5",
    "*",
  ],
];

const mutations: readonly Mutation[] = [
  // Cut.
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random) => replaced(text, ...stretch(text, random, 40), ""),
  // Tokens.
  onToken((text, token) => replaced(text, token.offset, token.text.length, "")),
  onToken((text, token) => replaced(text, token.offset, 0, token.text)),
  onToken((text, token, random) => replaced(text, token.offset, token.text.length, random.pick(values))),
  onToken((text, token, random, other) => {
    const [taken] = anyToken(other, random);
    return taken ? replaced(text, token.offset, token.text.length, taken.text) : text;
  }),
  swapTokens,
  onText((text, token, random) => replaced(text, token.offset, token.text.length, random.pick(values))),
  onText((text, token) => replaced(text, token.offset, 1, "")),
  onText((text, token) => replaced(text, token.offset + token.text.length - 1, 1, "")),
  onText((text, token, random) => replaced(text, token.offset + 1, 0, random.pick(oddCharacters))),
  // Characters.
  (text, random) => replaced(text, random.below(text.length + 1), 1, ""),
  (text, random) => replaced(text, random.below(text.length + 1), 0, random.pick(oddCharacters)),
  (text, random) => replaced(text, random.below(text.length + 1), 1, random.pick(oddCharacters)),
  // Comments and templates.
  onToken((text, token, random) => replaced(text, token.offset, 0, random.pick(comments))),
  onToken((text, token, random) =>
    replaced(text, token.offset + token.text.length, 0, random.pick(comments)),
  ),
  onToken((text, token, random) => replaced(text, token.offset, 0, `${random.pick(templates)} `)),
  onToken((text, token, random) => replaced(text, token.offset, token.text.length, random.pick(templates))),
  onText((text, token, random) => {
    const at = token.offset + 1 + random.below(Math.max(token.text.length - 1, 1));
    return replaced(text, at, 0, random.pick(templates));
  }),
  aroundTokens,
  // Members.
  duplicateMember,
  onText((text, token, random) =>
    replaced(text, token.offset, token.text.length, JSON.stringify(random.pick(prototypeNames))),
  ),
  (text, random) =>
    insertMember(text, random, `${JSON.stringify(random.pick(prototypeNames))}: ${random.pick(values)}`),
  (text, random, other) => {
    const member = anyMember(other, random);
    return member === undefined ? text : insertMember(text, random, member);
  },
  // Layout.
  (text) => text.replaceAll(/\r?\n/g, "\r\n"),
  (text) => text.replaceAll(/\r?\n/g, "\r"),
  (text) => text.replaceAll(/(?<=\n) +/g, "\t"),
  (text) => text.replaceAll(/\s*\n\s*/g, ""),
  (text) => text.replaceAll(/[\s:,]+/g, (blank) => blank.trim()),
  (text) => text.replaceAll(/[,{[]/g, "$&\n"),
  (text) => `\uFEFF${text}`,
  // YAML.
  (text, random) => replaced(text, lineStart(text, random), 0, random.pick(yamlParts)),
  (text, random) => replaced(text, lineStart(text, random), 1 + random.below(4), ""),
  onToken((text, token, random) => replaced(text, token.offset, 0, `${random.pick(yamlMarks)} `)),
  // Terraform.
  onToken((text, token, random) => replaced(text, token.offset, 0, `${random.pick(terraformMarks)} `)),
  onToken((text, token, random) =>
    replaced(text, token.offset, token.text.length, random.pick(terraformMarks)),
  ),
  // Repetition and depth.
  (text, random) => {
    const [from, length] = stretch(text, random, 60);
    return replaced(text, from, 0, text.slice(from, from + length).repeat(2 + random.below(30)));
  },
  onToken((text, token, random) =>
    replaced(text, token.offset, 0, random.pick(["[", "{", '{"a":', "[{"]).repeat(1 + random.below(120))),
  ),
  onText((text, token, random) =>
    replaced(text, token.offset + 1, 0, "a1_-:/. "[random.below(8)]!.repeat(300)),
  ),
  // Two texts.
  (text, random, other) =>
    text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1)),
  onToken((text, token, random, other) =>
    replaced(text, token.offset, random.below(2) * token.text.length, other.slice(0, 2000)),
  ),
];

/** A text after some mutations; long ones are cut. */
export function mutated(text: string, random: Random, other: string): string {
  let result = text;
  for (let count = 1 + random.below(4); count > 0; count--)
    result = random.pick(mutations)(result, random, other);
  return result.slice(0, 20_000);
}

function replaced(text: string, from: number, length: number, by: string): string {
  return text.slice(0, from) + by + text.slice(from + length);
}

function stretch(text: string, random: Random, most: number): [from: number, length: number] {
  return [random.below(text.length + 1), random.below(most)];
}

function lineStart(text: string, random: Random): number {
  return text.lastIndexOf("\n", random.below(text.length + 1)) + 1;
}

/** A token and the one after it. */
function anyToken(text: string, random: Random): readonly Token[] {
  const tokens = jsonTokens(text);
  return tokens.length === 0 ? [] : tokens.slice(random.below(tokens.length)).slice(0, 2);
}

type TokenMutation = (text: string, token: Token, random: Random, other: string) => string;

function onToken(mutate: TokenMutation): Mutation {
  return (text, random, other) => {
    const [token] = anyToken(text, random);
    return token ? mutate(text, token, random, other) : text;
  };
}

function onText(mutate: TokenMutation): Mutation {
  return (text, random, other) => {
    const texts = jsonTokens(text).filter(({ kind }) => kind === "text");
    return texts.length === 0 ? text : mutate(text, random.pick(texts), random, other);
  };
}

function swapTokens(text: string, random: Random): string {
  const [first, second] = anyToken(text, random);
  if (!first || !second) return text;
  const between = text.slice(first.offset + first.text.length, second.offset);
  return replaced(
    text,
    first.offset,
    second.offset + second.text.length - first.offset,
    second.text + between + first.text,
  );
}

/** Puts a statement around some tokens. */
function aroundTokens(text: string, random: Random): string {
  const tokens = jsonTokens(text);
  if (tokens.length === 0) return text;
  const start = random.below(tokens.length);
  const last = tokens[Math.min(start + random.below(8), tokens.length - 1)]!;
  const [open, close] = random.pick(statements);
  const end = last.offset + last.text.length;
  return replaced(replaced(text, end, 0, ` ${close} `), tokens[start]!.offset, 0, ` ${open} `);
}

const member =
  /"(?:[^"\\\n]|\\.){0,60}"\s{0,8}:\s{0,8}(?:"(?:[^"\\\n]|\\.){0,200}"|[\w.+-]{1,40}|\[[^[\]{}]{0,200}\]|\{[^{}]{0,200}\})/g;

function anyMember(text: string, random: Random): string | undefined {
  const members = text.match(member);
  return members ? random.pick(members) : undefined;
}

function duplicateMember(text: string, random: Random): string {
  const written = anyMember(text, random);
  return written === undefined ? text : insertMember(text, random, written);
}

/** Behind an opening brace or a comma, with or without a comma of its own. */
function insertMember(text: string, random: Random, written: string): string {
  const places = [...text.matchAll(/[{,]/g)].map(({ index }) => index + 1);
  if (places.length === 0) return `{${written}}`;
  return replaced(text, random.pick(places), 0, random.oneIn(8) ? written : `${written},`);
}
