/** Sizes of a message of the format application/vnd.amazon.eventstream: prelude and check sums, in bytes. */
const preludeSize = 8;
const checksumSize = 4;
const stringType = 7;

/** Encodes one event: headers, then JSON, framed by lengths and check sums. */
export function eventMessage(type: string, event: object): Buffer {
  const headers = Buffer.concat([
    header(":message-type", "event"),
    header(":event-type", type),
    header(":content-type", "application/json"),
  ]);
  const payload = Buffer.from(JSON.stringify(event));
  const prelude = Buffer.alloc(preludeSize);
  prelude.writeUInt32BE(preludeSize + checksumSize + headers.length + payload.length + checksumSize, 0);
  prelude.writeUInt32BE(headers.length, 4);
  const head = Buffer.concat([prelude, checksum(prelude), headers, payload]);
  return Buffer.concat([head, checksum(head)]);
}

function header(name: string, value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(value));
  return Buffer.concat([
    Buffer.from([Buffer.byteLength(name)]),
    Buffer.from(name),
    Buffer.from([stringType]),
    length,
    Buffer.from(value),
  ]);
}

/** CRC-32 as in zlib, which older Node versions do not offer. */
function checksum(bytes: Buffer): Buffer {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const sum = Buffer.alloc(checksumSize);
  sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return sum;
}
