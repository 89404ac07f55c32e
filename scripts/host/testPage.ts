import { format } from "node:util";
import type { Browser } from "playwright-core";

export interface TestConsole {
  /** What the tests and the extensions print. */
  readonly print: (text: string) => void;
  /** What the workbench itself logs. */
  readonly log: (text: string) => void;
}

/**
 * The workbench and the extension host log through one function. Only the call stack tells whose
 * words they are, and only the extension host's are worth showing.
 */
const telling = `
  globalThis.codeAutomationLog = (type, args) =>
    globalThis.taskwrightLog(type, args, new Error().stack.includes("$logExtensionHostMessage"));
`;

/**
 * Opens the address of a test run in the browser and waits for its end.
 * @returns the exit code of the tests: 0 when `run` resolved.
 * @throws Error when the page dies or the deadline (milliseconds) passes.
 */
export async function runTestPage(
  browser: Browser,
  address: string,
  console: TestConsole,
  deadline: number,
): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  let finish = (_code: number): void => undefined;
  let fail = (_error: Error): void => undefined;
  const exit = new Promise<number>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  await page.exposeFunction("codeAutomationExit", (code: number) => finish(code));
  await page.exposeFunction("taskwrightLog", (type: string, args: unknown[], fromExtensionHost: boolean) => {
    const text = format(...args);
    if (fromExtensionHost) console.print(text);
    else console.log(`[${type}] ${text}`);
  });
  await page.addInitScript(telling);
  page.on("crash", () => fail(new Error("The page of VS Code crashed.")));
  browser.on("disconnected", () => fail(new Error("The browser ended before the tests.")));
  const timer = setTimeout(
    () => fail(new Error(`The tests did not end within ${deadline / 1000} s.`)),
    deadline,
  );
  try {
    await page.goto(address);
    return await exit;
  } finally {
    clearTimeout(timer);
  }
}
