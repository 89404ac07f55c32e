import { reasonOf } from "../reasonOf.ts";

/** What was not checked, and why. */
export class LeftOut {
  readonly #sentences: string[] = [];
  #withoutEcs = 0;
  readonly #folders: string[] = [];

  /** How many files were to be checked and were not. */
  get count(): number {
    return this.#sentences.length;
  }

  /** A file or folder below a folder that cannot be read. */
  unreadable(name: string, reason: unknown): undefined {
    this.#sentences.push(`cannot read ${name}: ${reasonOf(reason)}; it was not checked`);
  }

  /** A file that was named, or is named like one of ours, and holds nothing to check. */
  unknown(name: string, why: string): void {
    this.#sentences.push(`${name} ${why}; it was not checked`);
  }

  /** Files that nobody expects to be checked, as there is nothing of ECS in them. */
  withoutEcs(count = 1): void {
    this.#withoutEcs += count;
  }

  skippedFolders(names: readonly string[]): void {
    this.#folders.push(...names);
  }

  /** A sentence for each file that was to be checked, and one that counts the rest. */
  get sentences(): readonly string[] {
    const folders = this.#folders.length;
    const rest = [
      ...(this.#withoutEcs > 0 ? [`${counted(this.#withoutEcs, "file")} without a definition of ECS`] : []),
      ...(folders > 0 ? [`${counted(folders, "folder")} (${some(this.#folders)})`] : []),
    ];
    return [...this.#sentences, ...(rest.length > 0 ? [`left out ${rest.join(" and ")}`] : [])];
  }
}

/** How many names are told. */
const most = 5;

function some(names: readonly string[]): string {
  const told = names.slice(0, most).join(", ");
  return names.length > most ? `${told} and ${names.length - most} more` : told;
}

/** "1 file", "2 files". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
