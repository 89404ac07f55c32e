import js from "@eslint/js";
import tseslint from "typescript-eslint";
import taskwright from "./scripts/lint/plugin.ts";

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
      "test/fuzz/main.ts",
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

  // An extension of VS Code that is not bundled.
  {
    files: ["scripts/start/tour/**"],
    languageOptions: { sourceType: "commonjs", globals: { exports: "writable", require: "readonly" } },
    rules: { "@typescript-eslint/no-require-imports": "off" },
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

  // Who may import whom: scripts/lint/walls.ts.
  {
    files: ["shared/src/**", "server/src/**", "client/src/**", "simulator/src/**"],
    plugins: { taskwright },
    rules: { "taskwright/may-import": "error", "taskwright/no-circle": "error" },
  },
  // One door for text that VS Code shows: scripts/lint/shownText.ts.
  {
    files: ["client/src/**", "server/src/**"],
    ignores: ["client/src/editor/window.ts", "server/src/window.ts"],
    plugins: { taskwright },
    rules: { "taskwright/shown-text": "error" },
  },
);
