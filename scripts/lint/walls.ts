/**
 * Who may import whom: one row for each room of the sources. A file belongs to the row with the longest
 * folder that holds it, and may import its own room, the rooms named here (and what is below them), and the
 * packages named here. A test plants one forbidden import for each row (test/scripts/lint/walls.test.ts).
 */

export interface Wall {
  /** The room: a folder, or a single file. */
  readonly folder: string;
  /** Folders or files. */
  readonly mayImport: readonly string[];
  /** Folders or files of which only types may be imported. */
  readonly mayImportTypesOf?: readonly string[];
  /** npm packages and `node:`; a trailing `*` stands for anything. */
  readonly packages?: readonly string[];
  /** What the reader of a refused import needs to know. */
  readonly because: string;
}

const service = "server/src/service";
const belowRules = [
  "shared/src",
  `${service}/syntax`,
  `${service}/documents`,
  `${service}/model`,
  `${service}/data`,
];
const rules = `${service}/rules`;
const protocol = "server/src/protocol.ts";

export const walls: readonly Wall[] = [
  {
    folder: "shared/src",
    mayImport: [],
    because: "The ground floor imports nothing, so that client and server can both stand on it.",
  },

  // The language server.
  {
    folder: "server/src",
    mayImport: ["shared/src", "server/src"],
    packages: ["vscode-languageserver*"],
    because: "The server speaks the protocol. What needs Node is in server/src/node.",
  },
  {
    folder: "server/src/main.node.ts",
    mayImport: ["server/src"],
    packages: ["vscode-languageserver*", "node:*"],
    because: "The entry only puts the parts together.",
  },
  {
    folder: protocol,
    mayImport: ["shared/src"],
    packages: ["vscode-languageserver-types"],
    because: "The client imports this file, so it brings nothing along.",
  },
  {
    folder: "server/src/node",
    mayImport: ["shared/src", "server/src"],
    packages: ["jsonc-parser", "vscode-languageserver*", "node:*"],
    because: "The server never meets AWS or the editor.",
  },
  {
    folder: service,
    mayImport: ["shared/src", service, protocol],
    packages: ["vscode-languageserver-types", "vscode-languageserver-textdocument"],
    because: "The language service is pure: no IO, no AWS, no editor.",
  },
  {
    folder: `${service}/syntax`,
    mayImport: ["shared/src"],
    packages: ["jsonc-parser", "yaml", "web-tree-sitter"],
    because: "Readers of text know nothing of ECS.",
  },
  {
    folder: `${service}/data`,
    mayImport: ["shared/src"],
    because: "Facts of AWS stand by themselves.",
  },
  {
    folder: `${service}/model`,
    mayImport: ["shared/src", `${service}/syntax`, `${service}/documents`, `${service}/data`],
    because: "The model is what rules and features see. It knows neither.",
  },
  {
    folder: `${service}/documents`,
    mayImport: ["shared/src", `${service}/syntax`, `${service}/hosts`, `${service}/model`, `${service}/data`],
    mayImportTypesOf: [rules],
    packages: ["vscode-languageserver-types", "vscode-languageserver-textdocument"],
    because: "A document is text that was parsed and classified. It knows no rule and no feature.",
  },
  {
    folder: `${service}/hosts`,
    mayImport: [
      "shared/src",
      `${service}/syntax`,
      `${service}/documents`,
      `${service}/model`,
      `${service}/schema`,
      `${service}/data`,
    ],
    because: "A host finds definitions in a tree of values. It judges none.",
  },
  {
    folder: `${service}/schema`,
    mayImport: ["shared/src", "schemas", `${service}/documents`],
    packages: ["vscode-json-languageservice"],
    because: "Schemas are data.",
  },
  {
    folder: rules,
    mayImport: [...belowRules, `${service}/schema`, rules],
    packages: ["jsonc-parser"],
    because: "Rules stand on the model and the data only: no protocol, no feature, no IO.",
  },
  {
    folder: `${rules}/kit`,
    mayImport: [...belowRules, rules],
    because: "The kit is what rules share. It knows no single rule.",
  },
  {
    folder: `${service}/features`,
    mayImport: ["shared/src", service, protocol],
    packages: [
      "jsonc-parser",
      "vscode-json-languageservice",
      "vscode-languageserver-types",
      "vscode-languageserver-textdocument",
    ],
    because: "Features answer from documents and rules. The server is above them.",
  },

  // The extension.
  {
    folder: "client/src",
    mayImport: ["client/src"],
    packages: ["vscode", "node:*"],
    because: "The entry only puts the parts together.",
  },
  {
    folder: "client/src/editor",
    mayImport: ["shared/src", "client/src", protocol],
    packages: ["vscode", "vscode-languageclient*", "vscode-languageserver-types", "node:*"],
    because: "AWS is reached through client/src/aws.",
  },
  {
    folder: "client/src/host",
    mayImport: ["shared/src", "client/src/model"],
    mayImportTypesOf: ["client/src/aws", protocol],
    because: "The host says what commands ask of an editor, so it knows none.",
  },
  {
    folder: "client/src/model",
    mayImport: ["shared/src"],
    mayImportTypesOf: ["client/src/aws"],
    packages: [],
    because: "Words and parsers are pure.",
  },
  {
    folder: "client/src/words",
    mayImport: ["shared/src", "client/src/model"],
    mayImportTypesOf: ["client/src/aws"],
    because: "Sentences are made of facts that are handed in.",
  },
  {
    folder: "client/src/aws",
    mayImport: ["shared/src", "client/src/model", "client/src/aws", "client/src/words"],
    mayImportTypesOf: [protocol],
    packages: ["@aws-sdk/*", "@smithy/*", "node:*"],
    because: "AWS code knows neither editor nor tree nor commands.",
  },
  {
    folder: "client/src/account",
    mayImport: ["shared/src", "client/src/model", "client/src/host", "client/src/words"],
    mayImportTypesOf: ["client/src/aws"],
    packages: ["node:*"],
    because: "What is known of an account needs no editor, and loads no AWS code by itself.",
  },
  {
    folder: "client/src/tree",
    mayImport: ["shared/src", "client/src/model", "client/src/account", "client/src/words"],
    mayImportTypesOf: ["client/src/aws", "client/src/host"],
    because: "Rows are plain data: the editor is behind explorerView, and commands come above.",
  },
  {
    folder: "client/src/views",
    mayImport: ["shared/src", "client/src/model", "client/src/account", "client/src/words"],
    mayImportTypesOf: ["client/src/aws", "client/src/host"],
    because: "Pages are text that is made of what is known of an account.",
  },
  {
    folder: "client/src/commands",
    mayImport: [
      "shared/src",
      "client/src/model",
      "client/src/account",
      "client/src/host",
      "client/src/tree",
      "client/src/views",
      "client/src/words",
      "client/src/commands",
      // Watching is a loop over reads that are handed in: it brings no AWS code along.
      "client/src/aws/deployment",
    ],
    mayImportTypesOf: ["client/src/aws", protocol],
    packages: ["node:*"],
    because: "Commands ask the editor through Ui, and AWS through the connection that they are given.",
  },

  // The simulator: it judges by its own checks, not by the product's.
  {
    folder: "simulator/src",
    mayImport: ["simulator/src", "schemas"],
    packages: ["@aws-sdk/*", "node:*"],
    because: "The simulator judges by its own checks, so it imports neither client nor server.",
  },
  {
    folder: "simulator/src/time",
    mayImport: [],
    because: "Time and chance are handed in to everything else.",
  },
];
