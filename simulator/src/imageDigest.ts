import { createHash } from "node:crypto";

/**
 * The digest of an image: the one in its name, else one made of the name, so that it is the same everywhere.
 */
export function imageDigest(image: string): string {
  const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
  return digest ?? `sha256:${createHash("sha256").update(image).digest("hex")}`;
}
