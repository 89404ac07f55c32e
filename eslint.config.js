import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Forbids imports by pattern, with the reason that the reader sees. */
const forbid = (files, ...patterns) => ({
  files,
  rules: {
    "@typescript-eslint/no-restricted-imports": [
      "error",
      { patterns: patterns.map(([group, message]) => ({ group, message })) },
    ],
  },
});

const aws = ["@aws-sdk/*", "@smithy/*"];
const protocol = ["vscode-languageserver", "vscode-languageserver/*"];
const io = [
  "fs",
  "node:fs",
  "node:fs/*",
  "net",
  "node:net",
  "http",
  "node:http",
  "https",
  "node:https",
  "node:child_process",
];

/** Commands of the AWS SDK that are not known to read only. */
const writeCommand =
  "/^(?!Describe|List|Get|BatchGet|Filter|StartLiveTail|StartQuery|Simulate)[A-Z][A-Za-z]+Command$/";
/** Clients of the AWS SDK that have every operation as a method. */
const wholeClient =
  "/^(?:ECS|STS|IAM|SSM|ECR|EC2|EFS|CloudWatch|CloudWatchLogs|SecretsManager|ApplicationAutoScaling|ElasticLoadBalancingV2)$/";

export default tseslint.config(
  { ignores: ["dist", "out", "node_modules", "reports", ".vscode-test", ".stryker-tmp", "coverage"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 15],
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/require-await": "off",
    },
  },
  // Tables of facts are as long as the facts are many.
  { files: ["**/data/*.ts", "**/*.table.ts"], rules: { "max-lines": "off" } },
  {
    files: ["test/**/*.ts"],
    rules: {
      "max-lines": "off",
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  // Programs that talk to a terminal.
  {
    files: [
      "scripts/**",
      "bench/**",
      "test/e2e/**",
      "test/support/**",
      "*.mjs",
      "server/src/node/cli.ts",
      "simulator/src/main.ts",
    ],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },

  // One door for writes: whatever is no reading operation is constructed in client/src/aws/writes only.
  {
    files: ["client/src/**"],
    ignores: ["client/src/aws/writes/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...[
          `ImportSpecifier[imported.name=${writeCommand}]`,
          `ImportSpecifier[imported.name=${wholeClient}]`,
          `VariableDeclarator > ObjectPattern > Property[key.name=${writeCommand}]`,
          `NewExpression[callee.name=${writeCommand}]`,
          `NewExpression[callee.property.name=${writeCommand}]`,
        ].map((selector) => ({
          selector,
          message: "Writes go through a method of Permit, in client/src/aws/writes.",
        })),
      ],
    },
  },

  // The direction of dependencies: main -> server -> service -> features -> rules -> jsonNode, data.
  forbid(
    ["server/src/service/**"],
    [protocol, "The language service knows no protocol."],
    [[...aws, "vscode", ...io], "The language service is pure: no IO, no AWS, no editor."],
    [
      ["**/server.ts", "**/requests.ts", "**/main.node.ts", "**/node/**", "**/client/**", "**/simulator/**"],
      "The service is below these.",
    ],
  ),
  forbid(
    ["server/src/service/rules/**"],
    [[...protocol, "vscode-languageserver-types"], "Rules know no protocol."],
    [
      [...aws, "vscode", ...io, "**/features/**", "**/service.ts", "**/client/**"],
      "Rules stand on jsonNode and data only.",
    ],
  ),
  forbid(
    ["server/src/*.ts"],
    [[...aws, "vscode"], "The server never meets AWS or the editor."],
    [["**/client/**", "**/simulator/**"], "The server is below the client."],
  ),
  forbid(
    ["simulator/src/**"],
    [
      ["**/client/**", "**/server/**", "vscode"],
      "The simulator judges by its own checks, not by the product's.",
    ],
  ),
  forbid(
    ["client/src/aws/**"],
    [["vscode", "**/tree/**", "**/commands/**", "**/views/**"], "AWS code knows neither editor nor views."],
    [
      ["**/server/src/service/**", "**/server/src/server.ts"],
      "Of the server, the client imports protocol.ts only.",
    ],
  ),
  forbid(
    ["client/src/tree/**", "client/src/commands/**"],
    [["vscode"], "Nodes and commands are plain data and functions; the editor is behind Ui and explorer.ts."],
    [aws, "AWS is reached through client/src/aws."],
    [
      ["**/server/src/service/**", "**/server/src/server.ts"],
      "Of the server, the client imports protocol.ts only.",
    ],
  ),
);
