// Sees to it that the tests find a real VS Code and a browser, and says what they are.
import { browserServer } from "./browserServer.ts";
import { chromium } from "./chromium.ts";
import { findDesktop } from "./desktop.ts";
import { program } from "./program.ts";

await program(async () => {
  const desktop = findDesktop();
  if (desktop) console.log(`Desktop VS Code: ${desktop}`);
  console.log(`VS Code for the browser: ${await browserServer(console.log)}`);
  console.log(`Chromium: ${await chromium(console.log)}`);
  return 0;
});
