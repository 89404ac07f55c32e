import { chromium, type Browser } from "playwright-core";

/** Starts a headless Chromium; who starts it closes it. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    // Milliseconds: long, for machines that are busy with something else.
    timeout: 180_000,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    // Signals are the program's business: it has more to end than the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
