/** How a text is saved. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** A text and how it is saved. */
export interface EncodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte order mark stands before it. */
  readonly hasMark: boolean;
}

const mark = "\ufeff";

/** The text of bytes: in UTF-8 or UTF-16, with or without a byte order mark. */
export function decodeText(bytes: Uint8Array): EncodedText {
  const encoding = encodingOf(bytes);
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const hasMark = decoded.startsWith(mark);
  return { text: hasMark ? decoded.slice(1) : decoded, encoding, hasMark };
}

/** The bytes by which a text is saved. */
export function encodeText({ text, encoding, hasMark }: EncodedText): Buffer {
  const whole = hasMark ? mark + text : text;
  if (encoding === "utf-8") return Buffer.from(whole, "utf8");
  const bytes = Buffer.from(whole, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
}

/**
 * By the byte order mark; without one by the zeros beside the first character, which a JSON or YAML text has
 * in ASCII.
 */
function encodingOf([first, second]: Uint8Array): Encoding {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}
