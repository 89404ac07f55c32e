/** The members whose names and values are free: maps in Terraform, and lists of pairs in the API. */
export const freePairs: Readonly<Record<string, readonly [name: string, value: string]>> = {
  tags: ["key", "value"],
  properties: ["name", "value"],
};
