import { repository } from "../../../../shared/src/repository.ts";

/** Where the page of a rule can be read. */
export function rulePage(id: string): string {
  return `${repository}/blob/main/docs/rules/README.md#${id}`;
}
