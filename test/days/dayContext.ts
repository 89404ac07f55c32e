import type { CommandContext } from "../../client/src/commands/command.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
import type { Chance } from "./chance.ts";
import type { DayUi } from "./dayUi.ts";
import type { Window, World } from "./world.ts";

const base = { networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };
const container = (family: string, tag: string): object => ({
  name: "app",
  image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/${family}:${tag}`,
  essential: true,
});
const executionRoleArn = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole";

/** Files that a user may have open. */
const files: readonly object[] = [
  { family: "orders", ...base, executionRoleArn, containerDefinitions: [container("orders", "1.4.3")] },
  { family: "orders", ...base, executionRoleArn, containerDefinitions: [container("orders", "1.4.2")] },
  { family: "payments", ...base, executionRoleArn, containerDefinitions: [container("payments", "${TAG}")] },
  { family: "fresh", ...base, executionRoleArn, containerDefinitions: [container("orders", "1")] },
  { serviceName: "orders", cluster: "live", taskDefinition: "orders", desiredCount: 4 },
  { family: "broken", ...base, memory: "100" },
];

/** What a command gets on one of these days: one of the files is open, or none. */
export function dayContext(world: World, window: Window, ui: DayUi, chance: Chance): CommandContext {
  const { connections, sessions, explorer, view } = window;
  const service = createLanguageService();
  const file = chance.happens(0.9) ? chance.of(files) : undefined;
  const name = file && "serviceName" in file ? "ecs-service.json" : "task-definition.json";
  const uri = `file:///workspace/${name}`;
  const document = service.parse(uri, JSON.stringify(file ?? {}));
  service.workspace.set(document);
  const verifies = chance.happens(0.3);
  const write = (line: string): void => void world.logged.push(line);
  return {
    clock: world.clock,
    ui,
    connections,
    sessions,
    explorer,
    view,
    demo: { open: () => Promise.reject(new Error("no demo here")), close: async () => undefined },
    pages: { showService: () => undefined },
    files: {
      active: () => file && { uri, name },
      at: (each) => ({ uri: each, name }),
      prepare: async (_file, values = {}) => service.prepare(document, values),
      mark: async () => undefined,
      reveal: async () => undefined,
      environmentFile: async () => undefined,
      newFileChoices: async (kind) => service.newFileChoices(kind),
      newFileText: async ({ kind, scaffold, answers }) => service.newFile(kind, scaffold, answers) ?? "",
      create: async () => true,
    },
    output: { debug: write, info: write, warn: write, error: write },
    audit: { read: async () => "" },
    showOutput: () => undefined,
    memory: world.storage,
    environment: {},
    settings: {
      deployBindings: () => [],
      verifyBeforeDeploy: () => verifies,
      followInterval: () => 15,
      isTrusted: () => true,
    },
    runCommand: async () => undefined,
  };
}
