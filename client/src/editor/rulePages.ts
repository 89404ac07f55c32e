import * as vscode from "vscode";

const scheme = "taskwright-rule";

/** How the addresses of the pages begin; the id of a rule and `.md` follow. */
export const rulePages = `${scheme}:/`;

/**
 * Shows the page of a rule when its id is clicked in a hover or in the Problems view. The pages come with the
 * extension, so that no network is needed; the manifest has VS Code open them as rendered Markdown.
 * @param file dist/rulePages.json, which is read with the first page
 */
export function showRulePages(file: vscode.Uri, subscriptions: vscode.Disposable[]): void {
  let pages: Promise<ReadonlyMap<string, string>> | undefined;
  subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      async provideTextDocumentContent({ path }) {
        pages ??= readPages(file);
        return (await pages).get(path) ?? "There is no rule of this name.";
      },
    }),
  );
}

/** The pages by the path of their address. */
async function readPages(file: vscode.Uri): Promise<ReadonlyMap<string, string>> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const pages = Object.entries(JSON.parse(text) as Record<string, string>);
  return new Map(pages.map(([id, page]) => [`/${id}.md`, page]));
}
