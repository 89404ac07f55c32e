import { availabilityZone, mostConstraints } from "../../../data/placement.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { EcsService } from "../../../model/ecsService.ts";
import { insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import { placeOf } from "../../kit/placeOf.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

function constraints(service: EcsService, type: string): readonly JsonNode[] {
  return service.entries("placementConstraints").filter((entry) => entry.get("type")?.string === type);
}

function strategies(service: EcsService, type: string): readonly JsonNode[] {
  return service.entries("placementStrategy").filter((entry) => entry.get("type")?.string === type);
}

/** Which container instances take the tasks of a service. */
export const servicePlacement = serviceFaults([
  {
    id: "svc-placement-constraints-fargate",
    summary: "Placement constraints and strategies do not apply to Fargate.",
    severity: "error",
    fix: "delete the member",
    when: ({ isFargate }) => isFargate,
    find: ({ root }) => [root.filled("placementConstraints"), root.filled("placementStrategy")],
    message: ({ key }) =>
      `${key} chooses among container instances, and Fargate has none: AWS refuses it. Remove it.`,
  },
  {
    // The schema counts the constraints of the service alone.
    id: "svc-placement-constraints-max",
    summary: "A task has at most 10 placement constraints, those of service and task definition together.",
    severity: "error",
    find: ({ root }, { task }) => {
      const own = root.get("placementConstraints")?.items ?? [];
      const others = task?.root.get("placementConstraints")?.items.length ?? 0;
      return own.length > mostConstraints ? undefined : own[Math.max(0, mostConstraints - others)];
    },
    place: (constraint) => constraint.opening,
    related: ({ task, taskDocument }) =>
      placeOf("The constraints of the task definition", task?.root.get("placementConstraints"), taskDocument),
    message: (_, { root }) =>
      `The task definition has placement constraints too: with the ${root.get("placementConstraints")!.items.length} of the service they are more than ${mostConstraints}, and AWS takes no more. Remove some.`,
  },
  {
    id: "svc-distinct-instance-expression",
    summary: "A distinctInstance constraint takes no expression.",
    severity: "error",
    fix: "delete expression",
    find: (service) => constraints(service, "distinctInstance").map((entry) => entry.filled("expression")),
    message: () =>
      "distinctInstance puts each task on an instance of its own and takes no expression; AWS refuses one. Remove it, or use memberOf.",
  },
  {
    id: "svc-member-of-expression",
    summary: "A memberOf constraint needs an expression.",
    severity: "error",
    fix: "insert expression",
    find: (service) => constraints(service, "memberOf").filter((entry) => !entry.filled("expression")),
    place: (entry) => entry.opening,
    message: () =>
      "memberOf needs an expression that tells which instances are meant, such as attribute:ecs.instance-type =~ c5.*. AWS refuses it without.",
    fixes: (entry) => [
      quickFix(
        "Add expression",
        insertMember(entry, "expression", "attribute:ecs.instance-type =~ YOUR_INSTANCE_TYPE", "type"),
      ),
    ],
  },
  {
    id: "svc-placement-random-field",
    summary: "The random strategy takes no field.",
    severity: "error",
    fix: "delete field",
    find: (service) => strategies(service, "random").map((entry) => entry.filled("field")),
    message: ({ sourceText }) =>
      `random picks any instance and takes no field, but ${sourceText} is given; AWS refuses it. Remove field.`,
  },
  {
    id: "svc-placement-binpack-field",
    summary: "binpack works on cpu or memory.",
    severity: "error",
    fix: "use memory",
    find: (service) =>
      strategies(service, "binpack")
        .map((entry) => entry.filled("field"))
        .filter((field) => field?.string !== undefined && !/^(?:cpu|memory)$/i.test(field.string)),
    message: ({ string }) =>
      `binpack fills instances by cpu or memory, not by "${string}"; AWS refuses it. Use memory or cpu.`,
    fixes: (field) => [quickFix("Use memory", replaceValue(field, "memory"))],
  },
  {
    id: "svc-placement-spread-field",
    summary: "spread works on instances or on an attribute.",
    severity: "warning",
    fix: "prefix attribute:",
    find: (service) =>
      strategies(service, "spread")
        .map((entry) => entry.filled("field"))
        .filter(
          (field) => field?.string !== undefined && !/^(?:instanceId|host)$|^attribute:./i.test(field.string),
        ),
    message: ({ string }) =>
      `"${string}" is nothing to spread over. Use ${availabilityZone}, another attribute:…, or instanceId.`,
    fixes: (field) => {
      const attribute = `attribute:${field.string === "availability-zone" ? "ecs." : ""}${field.string}`;
      return [quickFix(`Use ${attribute}`, replaceValue(field, attribute))];
    },
  },
  {
    id: "svc-placement-spread-missing-field",
    summary: "spread and binpack need a field.",
    severity: "warning",
    fix: "insert field",
    find: (service) =>
      [...strategies(service, "spread"), ...strategies(service, "binpack")].filter(
        (entry) => !entry.filled("field"),
      ),
    place: (entry) => entry.opening,
    message: (entry) =>
      entry.get("type")!.string === "spread"
        ? `spread has no field, so it says nothing. Tell what to spread over: ${availabilityZone} or instanceId.`
        : "binpack has no field, so it says nothing. Tell what to fill instances by: memory or cpu.",
    fixes: (entry) => {
      const field = entry.get("type")!.string === "spread" ? availabilityZone : "memory";
      return [quickFix(`Add field ${field}`, insertMember(entry, "field", field, "type"))];
    },
  },
]);
