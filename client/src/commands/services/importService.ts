import { nameOfArn } from "../../model/arn.ts";
import { inputOfService } from "../../model/serviceForm.ts";
import { ownTags } from "../../model/tagChanges.ts";
import { inputOf } from "../../model/taskDefinitionInput.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { serviceRefFor } from "../choosing/pickService.ts";
import { requireService } from "../choosing/serviceRef.ts";

/** Writes a service and its task definition as files that deploy unchanged. */
export const importService: Command<ServiceNode> = {
  id: "taskwright.importService",
  title: "Import Service as Files…",
  on: ["service"],
  groups: ["7_open@1"],
  async run(context, node) {
    const ref = await serviceRefFor(context, node, "Import");
    if (!ref) return;
    const service = await requireService(ref);
    const { definition, tags } = await ref.connection.ecs.taskDefinitionWithTags(
      service.taskDefinition ?? "",
    );
    const own = ownTags(await ref.connection.ecs.serviceTags(ref.cluster, ref.service));
    const names = {
      cluster: nameOfArn(ref.cluster),
      taskDefinition: nameOfArn(service.taskDefinition ?? ""),
    };
    const revision = await ref.connection.deployments.current(service);
    const input = { ...inputOfService({ service: { ...service, tags: [...own] }, revision }), ...names };
    await context.files.create([
      { name: `${ref.service}.task-definition.json`, text: fileText(inputOf(definition, tags)) },
      { name: `${ref.service}.ecs-service.json`, text: fileText(input) },
    ]);
  },
};

/** ECS answers with many empty lists, which say nothing. */
function fileText(input: object): string {
  return `${JSON.stringify(withoutEmpty(input), undefined, 2)}\n`;
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const isEmpty = (member: unknown): boolean =>
    member === undefined ||
    member === null ||
    (typeof member === "object" && Object.keys(member).length === 0);
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, withoutEmpty(member)] as const)
      .filter(([, member]) => !isEmpty(member)),
  );
}
