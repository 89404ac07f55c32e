import type { Rule } from "eslint";

/**
 * Functions of `vscode.window`, and of a connection's, that show text, in which VS Code finds links and
 * icons.
 */
const showing = new Set([
  "createInputBox",
  "createQuickPick",
  "createStatusBarItem",
  "createTerminal",
  "createTreeView",
  "createWebviewPanel",
  "setStatusBarMessage",
  "showErrorMessage",
  "showInformationMessage",
  "showInputBox",
  "showOpenDialog",
  "showQuickPick",
  "showSaveDialog",
  "showWarningMessage",
  "showWorkspaceFolderPick",
  "withProgress",
  "withScmProgress",
]);

/** Classes of VS Code whose text is Markdown or a row. */
const texts = new Set(["MarkdownString", "TreeItem"]);

const message =
  "Text is shown through window.ts of client/src/editor and server/src, which take links of strangers apart.";

interface Named {
  readonly type: string;
  readonly name?: unknown;
  readonly value?: unknown;
}

const nameOf = ({ type, name, value }: Named): string | undefined =>
  type === "Identifier" ? (name as string) : typeof value === "string" ? value : undefined;

/** Refuses to show text past the one door. */
export const shownText: Rule.RuleModule = {
  meta: { type: "problem", schema: [], docs: { description: "text is shown through one door" } },
  create(context) {
    return {
      MemberExpression(node) {
        const object = node.object;
        const isWindow = object.type === "MemberExpression" && nameOf(object.property) === "window";
        const name = nameOf(node.property);
        if (isWindow && (node.computed || showing.has(name ?? ""))) context.report({ node, message });
      },
      "ExportNamedDeclaration[source.value='vscode'] ExportSpecifier"(node: Rule.Node) {
        context.report({ node, message });
      },
      "ImportSpecifier[imported.name=/^ShowMessage/]"(node: Rule.Node) {
        context.report({ node, message });
      },
      "Literal[value=/^window.show/]"(node: Rule.Node) {
        context.report({ node, message });
      },
      // Taken out of its module, the window could be called by any name.
      "ImportSpecifier[imported.name='window']"(node: Rule.Node) {
        context.report({ node, message });
      },
      "VariableDeclarator > ObjectPattern > Property[key.name='window']"(node: Rule.Node) {
        context.report({ node, message });
      },
      "VariableDeclarator[init.property.name='window']"(node: Rule.Node) {
        context.report({ node, message });
      },
      NewExpression(node) {
        const { callee } = node;
        const name = callee.type === "MemberExpression" ? nameOf(callee.property) : undefined;
        if (name !== undefined && texts.has(name)) context.report({ node, message });
      },
    };
  },
};
