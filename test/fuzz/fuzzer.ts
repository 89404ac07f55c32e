import type { FuzzCase, FuzzFile } from "./case.ts";
import type { Fault } from "./fault.ts";
import { faultIn, minimised } from "./minimise.ts";
import { mutated } from "./mutations.ts";
import type { Property } from "./property.ts";
import { Random } from "./random.ts";

/** A fault, the smallest case that shows it, and how often it was met. */
export interface Found {
  readonly property: Property;
  readonly fault: Fault;
  readonly subject: FuzzCase;
  count: number;
}

/** Tries properties on texts, and keeps one case for each kind of fault. */
export class Fuzzer {
  readonly found = new Map<string, Found>();
  documents = 0;
  readonly #properties: readonly Property[];
  readonly #onFound: (found: Found) => void;
  readonly #open: readonly string[];

  /** @param open how the signatures of faults begin that are known, and passed over */
  constructor(
    properties: readonly Property[],
    onFound: (found: Found) => void = () => undefined,
    open: readonly string[] = [],
  ) {
    this.#properties = properties;
    this.#onFound = onFound;
    this.#open = open;
  }

  /** Tries each property whose turn it is. */
  try(subject: FuzzCase): void {
    this.documents += 1;
    for (const property of this.#properties) {
      if (this.documents % property.oneIn !== 0) continue;
      const fault = faultIn(property, subject);
      if (fault && !this.#isOpen(fault)) this.#keep(property, subject, fault);
    }
  }

  #isOpen({ signature }: Fault): boolean {
    return this.#open.some((beginning) => signature.startsWith(beginning));
  }

  #keep(property: Property, subject: FuzzCase, fault: Fault): void {
    const known = this.found.get(fault.signature);
    if (known) {
      known.count += 1;
      return;
    }
    const smallest = minimised(property, subject, fault);
    const found = { property, subject: smallest, fault: faultIn(property, smallest) ?? fault, count: 1 };
    this.found.set(fault.signature, found);
    this.#onFound(found);
  }
}

/** Mutated texts without end, the same for the same seed. */
export function* mutants(files: readonly FuzzFile[], seed: number): Generator<FuzzCase> {
  for (let number = 0; ; number++) {
    const random = new Random(seed * 1_000_003 + number);
    const { name, text } = random.pick(files);
    const beside = Array.from({ length: random.below(3) }, () => random.pick(files)).filter(
      (file) => file.name !== name,
    );
    yield {
      name,
      text: mutated(text, random, random.pick(files).text),
      beside: onePerName(beside),
      seed: number,
    };
  }
}

/** Each text cut at each offset, and at every `step`th where that is more than 1. */
export function* prefixes(files: readonly FuzzFile[], step = 1): Generator<FuzzCase> {
  for (const { name, text } of files)
    for (let end = 0; end <= text.length; end += step)
      yield { name, text: text.slice(0, end), beside: [], seed: end };
}

function onePerName(files: readonly FuzzFile[]): readonly FuzzFile[] {
  return [...new Map(files.map((file) => [file.name, file])).values()];
}
