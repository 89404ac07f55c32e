import { createServer } from "node:net";

/** The port of the loopback address when it is free, so that a browser finds again what it remembered; else 0, which is any. */
export function portIfFree(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(0));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(port)));
  });
}
