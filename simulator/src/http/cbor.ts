/** A time, which CBOR tells from numbers: seconds since 1970. */
export class CborTime {
  readonly seconds: number;

  constructor(seconds: number) {
    this.seconds = seconds;
  }
}

/** Major types of RFC 8949. */
const [unsigned, negative, bytes, text, list, map, tag, simple] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Tag of a time in seconds since 1970. */
const epoch = 1;

/** Encodes plain data and {@link CborTime}; numbers become whole numbers or doubles. */
export function encodeCbor(value: unknown): Buffer {
  if (value instanceof CborTime) return Buffer.concat([head(tag, epoch), double(value.seconds)]);
  if (typeof value === "string")
    return Buffer.concat([head(text, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return Buffer.from([(simple << 5) | (value ? 21 : 20)]);
  if (Array.isArray(value)) return Buffer.concat([head(list, value.length), ...value.map(encodeCbor)]);
  const members = Object.entries(value ?? {}).filter(([, member]) => member !== undefined);
  return Buffer.concat([
    head(map, members.length),
    ...members.flatMap(([name, member]) => [encodeCbor(name), encodeCbor(member)]),
  ]);
}

function number(value: number): Buffer {
  if (!Number.isInteger(value) || Math.abs(value) > 0xffffffff) return double(value);
  return value < 0 ? head(negative, -1 - value) : head(unsigned, value);
}

function double(value: number): Buffer {
  const buffer = Buffer.alloc(9);
  buffer[0] = (simple << 5) | 27;
  buffer.writeDoubleBE(value, 1);
  return buffer;
}

/** The first byte with its argument, in as few bytes as it takes. */
function head(major: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(major << 5) | argument]);
  if (argument < 0x100) return Buffer.from([(major << 5) | 24, argument]);
  const buffer = Buffer.alloc(5);
  buffer[0] = (major << 5) | 26;
  buffer.writeUInt32BE(argument, 1);
  return buffer;
}

/**
 * Decodes what clients of AWS send; a time becomes its seconds. Throws a RangeError for what is cut off or
 * not CBOR.
 */
export function decodeCbor(data: Buffer): unknown {
  const reader = new Reader(data);
  const value = reader.value();
  if (!reader.isDone) throw new RangeError("There is more than one value.");
  return value;
}

/** Deeper than any input of AWS. */
const deepest = 64;

class Reader {
  readonly #data: Buffer;
  #at = 0;

  constructor(data: Buffer) {
    this.#data = data;
  }

  get isDone(): boolean {
    return this.#at === this.#data.length;
  }

  value(depth = 0): unknown {
    if (depth > deepest) throw new RangeError("It is too deep.");
    const first = this.#take(1).readUInt8();
    const [major, info] = [first >> 5, first & 31];
    if (major === simple) return this.#simple(info);
    const length = info === 31 ? undefined : this.#argument(info);
    if (major === unsigned) return length;
    if (major === negative) return -1 - (length ?? 0);
    if (major === bytes) return this.#take(length ?? 0).toString("base64");
    if (major === text) return this.#text(length);
    if (major === list) return this.#items(length, depth);
    if (major === map) return this.#map(length, depth);
    return this.value(depth + 1);
  }

  #take(count: number): Buffer {
    const end = this.#at + count;
    if (end > this.#data.length) throw new RangeError("It is cut off.");
    const taken = this.#data.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  #argument(info: number): number {
    if (info < 24) return info;
    if (info === 24) return this.#take(1).readUInt8();
    if (info === 25) return this.#take(2).readUInt16BE();
    if (info === 26) return this.#take(4).readUInt32BE();
    if (info === 27) return Number(this.#take(8).readBigUInt64BE());
    throw new RangeError("It has no such length.");
  }

  #simple(info: number): unknown {
    if (info === 20 || info === 21) return info === 21;
    if (info === 26) return this.#take(4).readFloatBE();
    if (info === 27) return this.#take(8).readDoubleBE();
    return undefined;
  }

  #text(length: number | undefined): string {
    return length === undefined
      ? this.#items(undefined, 0).map(String).join("")
      : this.#take(length).toString();
  }

  /** As many as `length`, or up to the break. */
  #items(length: number | undefined, depth: number): unknown[] {
    const items: unknown[] = [];
    while (length === undefined ? !this.#takeBreak() : items.length < length)
      items.push(this.value(depth + 1));
    return items;
  }

  #map(length: number | undefined, depth: number): object {
    const entries: [string, unknown][] = [];
    while (length === undefined ? !this.#takeBreak() : entries.length < length)
      entries.push([String(this.value(depth + 1)), this.value(depth + 1)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  #takeBreak(): boolean {
    const isBreak = this.#data[this.#at] === 0xff;
    if (isBreak) this.#at += 1;
    return isBreak;
  }
}
