/** Ids of our languages, also in package.json. */
export const taskDefinitionLanguage = "ecs-task-definition";
export const serviceLanguage = "ecs-service";
export const languages = [taskDefinitionLanguage, serviceLanguage] as const;

/** Languages of other extensions in which files with ECS definitions are written. */
export const templateLanguages = [
  "json",
  "jsonc",
  "yaml",
  "cloudformation",
  "terraform",
  "opentofu",
] as const;

/** Those of them whose task definitions and services we give to languages of ours. */
export const sharedLanguages = ["json", "jsonc"] as const;
