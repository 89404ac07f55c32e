import type { FuzzFile } from "./case.ts";

/** A text that grows in one direction. */
export interface Growing {
  readonly what: string;
  /** @param size about how many characters */
  readonly file: (size: number) => FuzzFile;
}

const name = "task-definition.json";
const repeat = (part: string, size: number): string => part.repeat(Math.ceil(size / part.length));

/** A list of equal parts between a beginning and an end. */
function listed(what: string, start: string, part: string, end: string, file = name): Growing {
  return {
    what,
    file: (size) => ({ name: file, text: start + repeat(`${part},\n`, size).slice(0, -2) + end }),
  };
}

/** Each part with a number of its own in place of `#`. */
function numbered(what: string, start: string, part: string, end: string, file = name): Growing {
  return {
    what,
    file: (size) => {
      const count = Math.ceil(size / (part.length + 4));
      const parts = Array.from({ length: count }, (_, index) => part.replaceAll("#", String(index)));
      return { name: file, text: start + parts.join(",\n") + end };
    },
  };
}

const task = '{"family": "a", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc",\n';

/** Texts that grow by size, findings, repetition and depth, sound ones and broken ones. */
export const growing: readonly Growing[] = [
  numbered(
    "containers with findings",
    `${task}"containerDefinitions": [`,
    '{"name": "app-#", "image": "nginx", "links": ["x"], "portMappings": [{"containerPort": 80, "hostPort": 81}]}',
    "]}",
  ),
  numbered(
    "faulty variables",
    `${task}"containerDefinitions": [{"name": "a", "image": "b", "environment": [`,
    '{"name": "A#", "value": #}',
    "]}]}",
  ),
  listed(
    "repeated elements",
    `${task}"containerDefinitions": [{"name": "a", "image": "b", "links": [`,
    '"x:y"',
    "]}]}",
  ),
  listed("one name, repeated", `${task}"containerDefinitions": [], `, '"cpu": "256"', "}"),
  numbered("unknown members", task, '"x#": 1', "}"),
  listed(
    "a minified line",
    `${task}"containerDefinitions":[`,
    '{"name":"a","image":"b","Memory":8,"cpu":"1"}',
    "]}",
  ),
  numbered("members in a row without commas", task, '"x#": 1 "y": 2', "}"),
  { what: "lists in lists", file: (size) => ({ name, text: `${task}"x": ${repeat("[", size)}` }) },
  {
    what: "placeholders",
    file: (size) => ({ name, text: `${task}"tags": [${repeat('{"key": "${A}", "value": "x$B"},', size)}]}` }),
  },
  {
    what: "placeholders in one text",
    file: (size) => ({ name, text: `${task}"cpu": "${repeat("${A} $B ", size)}"}` }),
  },
  {
    what: "template statements",
    file: (size) => ({
      name,
      text: `${task}${repeat('{{ if .A }}"cpu": "256",{{ end }}\n', size)}"memory": "512"}`,
    }),
  },
  {
    what: "comments",
    file: (size) => ({ name, text: `${task}${repeat("// , x\n/* y */", size)}"cpu": "256"}` }),
  },
  { what: "blank lines", file: (size) => ({ name, text: `${task}${repeat("\n ", size)}"cpu": "256"}` }) },
  { what: "one long text", file: (size) => ({ name, text: `${task}"cpu": "${repeat("a-_:/. ", size)}"}` }) },
  { what: "an unclosed text", file: (size) => ({ name, text: `${task}"cpu": "${repeat("a\\", size)}` }) },
  ...["{", "{{", "{% ", "${", "#{", "[[ ", "____", '"', '"a":', ",", "/*", "//", "\\", "- ", "a: "].map(
    (part) => ({
      what: `nothing but ${part}`,
      file: (size: number): FuzzFile => ({ name, text: repeat(part, size) }),
    }),
  ),
];
