/** Where the page of a rule can be read. */
export function rulePage(id: string): string {
  return `https://github.com/taskwright/taskwright/blob/main/docs/rules/README.md#${id}`;
}
