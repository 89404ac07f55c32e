import assert from "node:assert/strict";
import { startWindow, type StartedWindow, type WindowOptions } from "./startWindow.ts";

/**
 * Starts a window before the tests of a suite, takes a picture of what fails and clears up behind it, and
 * closes it after them.
 */
export function useWindow(options: WindowOptions = {}): () => StartedWindow {
  let started: StartedWindow | undefined;
  before(async () => {
    started = await startWindow(options);
  });
  afterEach(function () {
    return started?.afterTest(this.currentTest);
  });
  after(() => started?.close());
  return () => started ?? assert.fail("The window was not started.");
}
