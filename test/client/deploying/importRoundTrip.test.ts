import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { importService } from "../../../client/src/commands/services/importService.ts";
import type { NewFile } from "../../../client/src/host/files.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

for (const [scenario, clusters] of [
  ["demo", { live: ["checkout", "orders", "payments", "worker"], staging: ["orders", "payments"] }],
  [
    "deployments",
    {
      fargate: [
        "alarming",
        "big",
        "blue-green",
        "canary",
        "crashing",
        "linear",
        "paused",
        "unhealthy",
        "unpullable",
      ],
      instances: ["agent", "hungry"],
    },
  ],
] as const)
  describe(`A service of the scenario ${scenario} that is imported as files`, () => {
    let account: SimulatedAccount;
    before(async () => (account = await simulatedAccount({ scenario, clock: "step" })));
    after(() => account.close());

    async function imported(cluster: string, service: string): Promise<readonly [NewFile, NewFile]> {
      const context = commandContext(account, new ScriptedUi(cluster, service));
      await importService.run(context, undefined, []);
      assert.deepEqual(
        context.created.map(({ name }) => name),
        [`${service}.task-definition.json`, `${service}.ecs-service.json`],
      );
      return [context.created[0]!, context.created[1]!];
    }

    for (const [cluster, services] of Object.entries(clusters))
      for (const service of services) {
        it(`has no errors and no warnings: ${cluster} / ${service}`, async () => {
          const language = createLanguageService();
          const files = await imported(cluster, service);
          for (const { name, text } of files)
            language.workspace.set(language.parse(`file:///workspace/${name}`, text));
          for (const { name, text } of files) {
            const found = language
              .diagnostics(language.parse(`file:///workspace/${name}`, text))
              .filter(({ severity = 1 }) => severity <= 2);
            assert.deepEqual(
              found.map(({ code, message }) => [name, code, message]),
              [],
            );
          }
        });

        it(`deploys as unchanged: ${cluster} / ${service}`, async () => {
          const [definition, file] = await imported(cluster, service);
          account.simulator.resetCalls();
          const ofDefinition = new ScriptedUi(cluster, service);
          await deploy.run(
            commandContext(account, ofDefinition, { file: definition.text, fileName: definition.name }),
            undefined,
            [],
          );
          assert.match(
            ofDefinition.said.at(-1)!,
            /^info Nothing to register: the file equals /,
            ofDefinition.diffs.map(({ left, right }) => `${left}\n${right}`).join(),
          );
          const ofService = new ScriptedUi();
          await deploy.run(
            commandContext(account, ofService, { file: file.text, fileName: file.name }),
            undefined,
            [],
          );
          assert.deepEqual(ofService.said, [
            `info Nothing to change: ${cluster} / ${service} is as ${file.name} says.`,
          ]);
          assert.deepEqual(
            account.operations().filter((operation) => !isReading(operation)),
            [],
          );
        });
      }
  });
