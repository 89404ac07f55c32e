/** Ids of our languages, also in package.json. */
export const taskDefinitionLanguage = "ecs-task-definition";
export const serviceLanguage = "ecs-service";
export const languages = [taskDefinitionLanguage, serviceLanguage] as const;
