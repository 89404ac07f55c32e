import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Pages } from "../commands/command.ts";
import type { Service } from "../aws/types.ts";
import { errorText, type Log } from "../host/log.ts";
import { nameOfArn } from "../model/arn.ts";
import { describeFailure } from "../model/failure.ts";
import { targetKey, type Target } from "../model/target.ts";
import type { Session } from "../account/session.ts";
import type { Sessions } from "../account/sessions.ts";
import { frame } from "../views/servicePage/frame.ts";
import { sections } from "../views/servicePage/sections.ts";
import { openPanel } from "./window.ts";
import { ServicePage } from "../views/servicePage/servicePage.ts";

const viewType = "taskwright.service";

/** Milliseconds between two refreshes of a page that can be seen. */
const period = 15_000;

/** What brings a page back after VS Code was restarted. */
interface PanelState {
  readonly target: Target;
  readonly cluster: string;
  readonly arn: string;
}

export interface ServicePanelsOptions {
  readonly sessions: Sessions;
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  /** Opens the explanation of why the service is not steady. */
  readonly explain: (session: Session, service: Service) => Promise<void>;
  /** Shows what failed when a button of a page was pressed. */
  readonly failed: (error: unknown, doing: string) => Promise<void>;
}

/** What a button of a page does. */
interface PageCommand {
  /** Completes "Could not …". */
  readonly doing: string;
  readonly run: () => Promise<unknown>;
}

/** Two connections of one account may differ in what they can read. */
const panelKey = ({ connection }: Session, arn: string): string => `${targetKey(connection.target)} ${arn}`;

/** Shows the pages of services, one panel for each service and connection. */
export class ServicePanels implements Pages, vscode.WebviewPanelSerializer<PanelState> {
  readonly #options: ServicePanelsOptions;
  readonly #open = new Map<string, vscode.WebviewPanel>();

  constructor(options: ServicePanelsOptions, subscriptions: vscode.Disposable[]) {
    this.#options = options;
    subscriptions.push(vscode.window.registerWebviewPanelSerializer(viewType, this));
  }

  /** Opens the page of a service, or brings it to the front. */
  showService(session: Session, cluster: string, arn: string): void {
    const present = this.#open.get(panelKey(session, arn));
    if (present) return present.reveal();
    this.#fill(openPanel(viewType, nameOfArn(arn)), new ServicePage(session, cluster, arn));
  }

  async deserializeWebviewPanel(
    panel: vscode.WebviewPanel,
    { target, cluster, arn }: PanelState,
  ): Promise<void> {
    this.#fill(panel, new ServicePage(await this.#options.sessions.open(target), cluster, arn));
  }

  #fill(panel: vscode.WebviewPanel, page: ServicePage): void {
    const { extensionUri, log, explain, failed } = this.#options;
    const media = vscode.Uri.joinPath(extensionUri, "media");
    const { webview } = panel;
    const closed = new AbortController();
    const key = panelKey(page.session, page.arn);
    this.#open.set(key, panel);
    panel.iconPath = vscode.Uri.joinPath(media, "ecs.svg");
    webview.options = { enableScripts: true, localResourceRoots: [media] };

    const refresh = async (): Promise<void> => {
      if (!panel.visible) return;
      try {
        await webview.postMessage({ sections: sections(await page.read(closed.signal)) });
      } catch (error) {
        if (closed.signal.aborted) return;
        log.warn(`Could not read the service page: ${errorText(error)}`);
        await webview.postMessage({ failure: describeFailure(error, "read the service").message });
      }
    };
    const link = page.session.connection.consolePage(page.arn);
    const state: PanelState = {
      target: page.session.connection.target,
      cluster: page.cluster,
      arn: page.arn,
    };
    const commands: ReadonlyMap<unknown, PageCommand> = new Map<unknown, PageCommand>([
      [
        "ready",
        { doing: "show the service", run: () => Promise.all([webview.postMessage({ state }), refresh()]) },
      ],
      ["refresh", { doing: "read the service", run: async () => (page.forget(), refresh()) }],
      ["explain", { doing: "explain the service", run: async () => explain(page.session, page.service) }],
      [
        "console",
        {
          doing: "open the AWS console",
          run: async () => link !== undefined && vscode.env.openExternal(vscode.Uri.parse(link)),
        },
      ],
    ]);
    const timer = setInterval(() => void refresh(), period);
    const listeners = [
      webview.onDidReceiveMessage(async ({ command }: { readonly command?: unknown }) => {
        const { run, doing } = commands.get(command) ?? {};
        await run?.().catch((error: unknown) => failed(error, doing ?? ""));
      }),
      panel.onDidChangeViewState(() => void refresh()),
    ];
    panel.onDidDispose(() => {
      clearInterval(timer);
      closed.abort();
      if (this.#open.get(key) === panel) this.#open.delete(key);
      for (const listener of listeners) listener.dispose();
    });
    const asset = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
    webview.html = frame({
      title: nameOfArn(page.arn),
      place: page.place,
      hasConsole: link !== undefined,
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString("base64url"),
      style: asset("servicePage.css"),
      script: asset("servicePage.js"),
    });
  }
}
