import { unknownName } from "../../kit/unknownName.ts";

export const dependsOnUnknownContainer = unknownName({
  id: "depends-on-unknown-container",
  summary: "dependsOn names containers of the same task definition.",
  severity: "error",
  fix: "use the name that is most alike",
  kind: "container",
  via: "dependsOn",
  message: ({ name }) =>
    `"${name}" is no container of this task definition, so nothing can wait for it; AWS refuses the registration. Name one of its containers.`,
});
