import { html } from "./html.ts";

export interface FrameOptions {
  /** The service's name. */
  readonly title: string;
  readonly place: string;
  /** Whether the AWS console knows the service. */
  readonly hasConsole: boolean;
  /** Where the webview may load from: `webview.cspSource`. */
  readonly cspSource: string;
  /** Allows the one script of the page. */
  readonly nonce: string;
  /** Addresses of media/servicePage.css and media/servicePage.js. */
  readonly style: string;
  readonly script: string;
}

/**
 * The page without its content: nothing may be loaded but its own style and script, and nothing runs but that
 * script.
 */
export function frame({ title, place, hasConsole, cspSource, nonce, style, script }: FrameOptions): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  const section = (id: string, heading: string) =>
    html`<section aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2><div id="${id}"><p>Loading …</p></div></section>`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <title>${title}</title>
  <link rel="stylesheet" href="${style}">
</head>
<body>
  <header>
    <h1>${title}</h1>
    <p>${place}</p>
    <p class="actions"><button data-command="refresh">Refresh</button>${hasConsole && html` <button data-command="console">Open in AWS Console</button>`}</p>
    <div id="state"><p>Loading …</p></div>
  </header>
  <main>
    ${[section("tasks", "Tasks"), section("curves", "CPU and memory"), section("deployments", "Deployments"), section("targets", "Target health"), section("events", "Events")]}
  </main>
  <p id="spoken" role="status" aria-live="polite"></p>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>`.markup;
}
