import type { Position, Range } from "vscode-languageserver-types";
import type { FuzzFile } from "../case.ts";
import { Lines } from "../edits.ts";
import { Fault } from "../fault.ts";
import { mutated } from "../mutations.ts";
import { Random } from "../random.ts";
import { hostileMessages } from "./hostile.ts";
import { RawServer, type Reply } from "./rawServer.ts";

/** Errors that a sound request may be answered with: cancelled, a changed file, a name that is refused. */
const allowedErrors: ReadonlySet<number> = new Set([-32800, -32801, -32802, -32803]);

/**
 * A client that does what it should and much that it should not. Everything is drawn by lot, the same for a
 * seed.
 */
export async function protocolSession(
  files: readonly FuzzFile[],
  seed: number,
  steps: number,
): Promise<void> {
  const random = new Random(seed);
  const server = new RawServer(() => (random.oneIn(3) ? refusal : { result: random.pick(configurations) }));
  try {
    await new Session(server, files, random).run(steps);
    await server.end();
  } finally {
    server.kill();
  }
}

const refusal: Reply = { error: { code: -32601, message: "no" } };

const configurations = [
  null,
  [null],
  [{ rules: { "image-tag-latest": "off" } }],
  [{ rules: 5 }],
  "x",
  {},
  [],
];

const names = [
  ["file:///w/task-definition.json", "json"],
  ["file:///w/ecs-service.json", "json"],
  ["untitled:task-definition", "ecs-task-definition"],
  ["file:///w/template.yaml", "yaml"],
  ["file:///w/main.tf", "terraform"],
  ["file:///w/%E0%A4%A.json", "json"],
] as const;

class Session {
  readonly #server: RawServer;
  readonly #files: readonly FuzzFile[];
  readonly #random: Random;
  /** The text of each open file, as the client has it. */
  readonly #texts = new Map<string, string>();
  #version = 1;

  constructor(server: RawServer, files: readonly FuzzFile[], random: Random) {
    this.#server = server;
    this.#files = files;
    this.#random = random;
  }

  async run(steps: number): Promise<void> {
    const random = this.#random;
    if (random.oneIn(3)) this.#open();
    const capabilities = random.oneIn(2)
      ? { textDocument: { diagnostic: {} }, workspace: { configuration: random.oneIn(2) } }
      : {};
    this.#texts.clear();
    const { error } = await this.#server.ask("initialize", { processId: null, rootUri: null, capabilities });
    if (error) throw new Fault("initialize fails", error.message);
    this.#server.tell("initialized", {});
    for (let step = 0; step < steps; step++) await this.#step();
    for (const uri of [...this.#texts.keys()])
      await this.#compareWithFresh(uri, "diagnostic" in (capabilities.textDocument ?? {}));
  }

  async #step(): Promise<void> {
    const random = this.#random;
    const [uri] = this.#texts.size === 0 ? [] : [random.pick([...this.#texts.keys()])];
    const chance = random.below(10);
    if (uri === undefined || chance === 0) this.#open();
    else if (chance < 4) this.#change(uri);
    else if (chance === 4 && random.oneIn(3)) this.#close(uri);
    else if (chance < 7) this.#attack(uri);
    else await this.#ask(uri);
  }

  #open(): void {
    const [uri, languageId] = this.#random.pick(names);
    if (this.#texts.has(uri)) this.#close(uri);
    const { text: plain } = this.#random.pick(this.#files);
    const text = mutated(plain, this.#random, this.#random.pick(this.#files).text);
    this.#texts.set(uri, text);
    this.#server.tell("textDocument/didOpen", {
      textDocument: { uri, languageId, version: this.#version++, text },
    });
  }

  #close(uri: string): void {
    this.#texts.delete(uri);
    this.#server.tell("textDocument/didClose", { textDocument: { uri } });
  }

  /** Up to three edits in one message, each in the text that the one before left. */
  #change(uri: string): void {
    const random = this.#random;
    let text = this.#texts.get(uri)!;
    const contentChanges = Array.from({ length: 1 + random.below(3) }, () => {
      const part = random.pick(this.#files).text;
      const from = random.below(part.length + 1);
      const piece = part.slice(from, from + random.below(30));
      if (random.oneIn(12)) {
        text = piece;
        return { text: piece };
      }
      const range = anyRange(text, random);
      text = replaced(text, range, piece);
      return { range, text: piece };
    });
    this.#texts.set(uri, text);
    const textDocument = { uri, version: this.#version++ };
    this.#server.tell("textDocument/didChange", { textDocument, contentChanges });
  }

  #attack(uri: string): void {
    const { content, ...message } = this.#random.pick(hostileMessages)(uri, this.#server.lastId);
    if (content === undefined) this.#server.send(message);
    else this.#server.write(content);
  }

  /** A sound request, which is answered with more than an error. */
  async #ask(uri: string): Promise<void> {
    const random = this.#random;
    const textDocument = { uri };
    const text = this.#texts.get(uri)!;
    const range = anyRange(text, random);
    const position = range.start;
    const [method, params] = random.pick<readonly [string, object]>([
      ["completion", { textDocument, position }],
      ["hover", { textDocument, position }],
      ["definition", { textDocument, position }],
      ["references", { textDocument, position, context: { includeDeclaration: true } }],
      ["documentHighlight", { textDocument, position }],
      ["prepareRename", { textDocument, position }],
      ["rename", { textDocument, position, newName: random.pick(["a", "", "a b", "__proto__"]) }],
      ["documentSymbol", { textDocument }],
      ["foldingRange", { textDocument }],
      ["selectionRange", { textDocument, positions: [position, range.end] }],
      ["formatting", { textDocument, options: { tabSize: 2, insertSpaces: true } }],
      ["rangeFormatting", { textDocument, range, options: { tabSize: 2, insertSpaces: true } }],
      ["documentLink", { textDocument }],
      ["inlayHint", { textDocument, range }],
      ["codeAction", { textDocument, range, context: { diagnostics: [] } }],
      ["codeAction", { textDocument, range, context: { diagnostics: [], only: ["source.fixAll"] } }],
    ]);
    const asked = this.#server.ask(`textDocument/${method}`, params);
    if (random.oneIn(6)) this.#server.tell("$/cancelRequest", { id: this.#server.lastId });
    if (random.oneIn(4)) this.#change(uri);
    const { error } = await asked;
    if (error && !allowedErrors.has(error.code))
      throw new Fault(
        `a sound request fails: ${method}`,
        `${error.message}\n${JSON.stringify(params)}\n${text.slice(0, 1500)}`,
      );
  }

  /** A file that was edited gets the answers of one that is opened with its text. */
  async #compareWithFresh(uri: string, pullsDiagnostics: boolean): Promise<void> {
    const text = this.#texts.get(uri)!;
    const edited = await this.#answersFor(uri, text, pullsDiagnostics);
    this.#close(uri);
    const [, languageId] = names.find(([each]) => each === uri)!;
    this.#texts.set(uri, text);
    this.#server.tell("textDocument/didOpen", {
      textDocument: { uri, languageId, version: this.#version++, text },
    });
    const fresh = await this.#answersFor(uri, text, pullsDiagnostics);
    for (const [method, answer] of Object.entries(edited))
      if (answer !== fresh[method])
        throw new Fault(
          `another answer after edits than for a fresh file: ${method}`,
          `${answer.slice(0, 700)}\n---\n${fresh[method]?.slice(0, 700)}\n---\n${JSON.stringify(text.slice(0, 1500))}`,
        );
  }

  async #answersFor(
    uri: string,
    text: string,
    pullsDiagnostics: boolean,
  ): Promise<Readonly<Record<string, string>>> {
    const textDocument = { uri };
    const lines = new Lines(text);
    const range = { start: lines.positionOf(0), end: lines.positionOf(text.length) };
    const asked: Readonly<Record<string, object>> = {
      documentSymbol: { textDocument },
      foldingRange: { textDocument },
      documentLink: { textDocument },
      inlayHint: { textDocument, range },
      formatting: { textDocument, options: { tabSize: 2, insertSpaces: true } },
      codeAction: { textDocument, range, context: { diagnostics: [] } },
      ...(pullsDiagnostics && { diagnostic: { textDocument } }),
    };
    const answers: Record<string, string> = {};
    for (const [method, params] of Object.entries(asked))
      answers[method] = JSON.stringify(await this.#server.ask(`textDocument/${method}`, params));
    return answers;
  }
}

/**
 * A range whose positions may be behind the ends of lines and of the text, where the protocol takes the ends.
 */
function anyRange(text: string, random: Random): Range {
  const lines = new Lines(text);
  const offsets = [random.below(text.length + 1), random.below(text.length + 1)].sort((a, b) => a - b);
  const [start, end] = offsets.map((offset) => beforeLineEnd(lines, lines.positionOf(offset)));
  if (random.oneIn(10))
    return { start: start!, end: { line: lines.count + random.below(3), character: random.below(9) } };
  if (random.oneIn(10)) return { start: start!, end: { line: start!.line, character: 100_000 } };
  // Most edits are short.
  const isShort = random.below(4) > 0;
  return { start: start!, end: isShort ? start! : end! };
}

function beforeLineEnd(lines: Lines, { line, character }: Position): Position {
  return { line, character: Math.min(character, lines.lengthOf(line)) };
}

function replaced(text: string, { start, end }: Range, by: string): string {
  const lines = new Lines(text);
  const offsetOf = (position: Position): number =>
    position.line >= lines.count ? text.length : lines.offsetOf(beforeLineEnd(lines, position));
  return text.slice(0, offsetOf(start)) + by + text.slice(offsetOf(end));
}
