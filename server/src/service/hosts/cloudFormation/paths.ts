import { schemaAt } from "../../schema/ecsSchema.ts";
import type { FoundDefinition, HostPaths, Path } from "../host.ts";
import { cloudFormationName } from "./names.ts";
import { apiNameOf } from "./translation.ts";

type Kind = FoundDefinition["kind"];

/** The ways through the properties of a resource. */
export function templatePaths(kind: Kind, id: string): HostPaths {
  return {
    inside: ([resources, resource, properties, ...rest]) =>
      resources === "Resources" && resource === id && properties === "Properties"
        ? apiPath(kind, rest)
        : undefined,
    nameOf: (path, name) => {
      const schema = schemaAt(kind, "plain", path);
      // Options and labels have the same names everywhere.
      const isKnown = schema?.additionalProperties === false && Object.hasOwn(schema.properties ?? {}, name);
      return isKnown ? cloudFormationName(name, holderOf(path)) : name;
    },
  };
}

function apiPath(kind: Kind, written: Path): Path {
  const path: (string | number)[] = [];
  for (let index = 0; index < written.length; index++) {
    const step = written[index]!;
    // A choice between two values is no step.
    if (step === "Fn::If") index += 1;
    else if (typeof step === "number") path.push(step);
    else path.push(apiNameOf(step, schemaAt(kind, "plain", path), holderOf(path)));
  }
  return path;
}

function holderOf(path: Path): string | undefined {
  return path.findLast((step): step is string => typeof step === "string");
}
