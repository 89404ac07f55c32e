/**
 * What the language client is made of. It is a program of its own, dist/languageClient.js, which is loaded on
 * first use.
 */
export { LanguageClient, TransportKind } from "vscode-languageclient/node";
