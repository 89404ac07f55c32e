import assert from "node:assert/strict";
import type { EcsDocument } from "../../../server/src/service/documents/ecsDocument.ts";
import type { JsonNode } from "../../../server/src/service/syntax/jsonNode.ts";
import { createLanguageService, type LanguageService } from "../../../server/src/service/service.ts";
import { accept } from "../../support/accept.ts";
import { realisticFiles } from "../../support/realisticFiles.ts";

/**
 * Places in a document at which something may be completed, as the text with the place emptied and the offset
 * there.
 */
interface Place {
  readonly name: string;
  readonly text: string;
  readonly offset: number;
}

/** Every value emptied, and every object and list before its first and after its last member. */
function placesIn({ text, file }: EcsDocument): Place[] {
  const places: Place[] = [];
  const name = (node: JsonNode): string => node.path.join("/");
  const visit = (node: JsonNode): void => {
    const children = node.type === "array" ? node.items : node.members;
    if (node.type === "object" || node.type === "array") {
      places.push({
        name: `${name(node)} start`,
        text: `${text.slice(0, node.offset + 1)} ${text.slice(node.offset + 1)}`,
        offset: node.offset + 1,
      });
      const last = children.at(-1);
      if (last)
        places.push({
          name: `${name(node)} end`,
          text: `${text.slice(0, last.offset + last.length)} ${text.slice(last.offset + last.length)}`,
          offset: last.offset + last.length + 1,
        });
    } else if (!node.isDynamic) {
      const before = text.slice(0, node.offset);
      const after = text.slice(node.offset + node.length);
      places.push(
        node.type === "string"
          ? { name: name(node), text: `${before}""${after}`, offset: node.offset + 1 }
          : { name: name(node), text: before + after, offset: node.offset },
      );
    }
    children.forEach(visit);
  };
  if (file) visit(file);
  return places;
}

/**
 * Findings that ask for what a user writes next: the options of a log driver that has none yet, and the
 * network of a service whose role says that its load balancers are of the old kind, beside which no network
 * can stand.
 */
const otherHalf = /^awslogs-group-required$|^network-configuration-fargate$/;

/** How often each error stands in a document, without those that ask for what belongs to it. */
function errorsOf(service: LanguageService, document: EcsDocument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity } of service.validate(document))
    if (severity === "error" && !otherHalf.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

describe("Accepting a completion", () => {
  for (const { name, text } of realisticFiles(Number(process.env["CORPUS_SHARE"] ?? 8))) {
    it(`makes nothing invalid in ${name}`, () => {
      const service = createLanguageService();
      const uri = `file:///workspace/${name}`;
      const original = service.parse(uri, text);
      if (original.syntaxErrors.length > 0) return;
      service.workspace.set(original);
      const before = errorsOf(service, original);
      const faults: string[] = [];
      const seen = new Set<string>();
      for (const place of placesIn(original)) {
        const kind = place.name.replaceAll(/\b\d+\b/g, "*");
        if (seen.has(kind)) continue;
        seen.add(kind);
        const document = service.parse(uri, place.text);
        service.workspace.set(document);
        for (const item of service.complete(document, document.lines.positionAt(place.offset))) {
          const fault = faultOf(service, accept(document.lines, item, "${STOP}"), original, before);
          if (fault !== undefined) faults.push(`${place.name}: ${item.label} → ${fault}`);
        }
      }
      assert.deepEqual([...new Set(faults)], []);
    });
  }
});

/** What is worse than in the original after an item was accepted. */
function faultOf(
  service: LanguageService,
  accepted: string,
  original: EcsDocument,
  before: ReadonlyMap<string, number>,
): string | undefined {
  const document = service.parse(original.uri, accepted);
  if (document.syntaxErrors.length > original.syntaxErrors.length)
    return `does not parse: ${accepted.slice(0, 10)}`;
  service.workspace.set(document);
  const worse = [...errorsOf(service, document)]
    .filter(([code, count]) => count > (before.get(code) ?? 0))
    .map(([code]) => code);
  return worse.length > 0 ? worse.join(", ") : undefined;
}
