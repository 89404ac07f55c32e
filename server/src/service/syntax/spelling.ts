/** How a file writes the names of members, which rules and schemas know as the ECS API has them. */
export interface Spelling {
  /** The name as the file writes it: `ContainerDefinitions`. */
  readonly write: (name: string) => string;
}

/** The spelling of the API and the AWS CLI. */
export const apiSpelling: Spelling = { write: (name) => name };
