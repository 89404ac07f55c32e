import assert from "node:assert/strict";
import { demo } from "../../../simulator/src/scenario/scenarios/demo.ts";

/**
 * The revision of orders in the demonstration that has an image tag, or else the newest one with that tag put
 * in.
 */
export function ordersFile(tag: string, container: object = {}): string {
  const revisions = (demo.taskDefinitions ?? []).filter(({ family }) => family === "orders");
  const revision =
    revisions.find(({ containerDefinitions }) => containerDefinitions?.[0]?.image?.endsWith(`:${tag}`)) ??
    revisions.at(-1);
  const app = revision?.containerDefinitions?.[0];
  assert.ok(app?.image);
  const image = app.image.replace(/:[^:]+$/, `:${tag}`);
  return `${JSON.stringify({ ...revision, containerDefinitions: [{ ...app, image, ...container }] }, undefined, 2)}\n`;
}
