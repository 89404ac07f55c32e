import { secretArguments } from "../../../shared/src/secretArguments.ts";
import { isSecret, judge } from "../../../shared/src/secrets.ts";

/** What stands for a hidden value. */
export const hidden = "••••••";

/** Gives what stands for a secret, by where it was and what it was. */
export type Hide = (path: string, value: string) => string;

export interface MaskOptions {
  readonly hide?: Hide;
  /** Hides the values of all environment variables, not only those that look like secrets. */
  readonly hidesEnvironment?: boolean;
}

/** Members whose members are named by users. */
const freeForm = new Set(["options", "dockerLabels", "driverOpts", "labels"]);

/** Members that are the arguments of a command. */
const commands = new Set(["command", "entryPoint"]);

/** A value of the API with its secrets hidden, by the one judgment in `shared/src/secrets.ts`. */
export function masked(value: unknown, options: MaskOptions = {}): unknown {
  return new Mask(options).of(value, []);
}

/** The words of a command with its secrets hidden. */
export const maskedCommand = (words: readonly string[]): string =>
  (masked({ command: words }) as { readonly command: readonly string[] }).command.join(" ");

type Path = readonly string[];

class Mask {
  readonly #hide: Hide;
  readonly #hidesEnvironment: boolean;

  constructor({ hide = () => hidden, hidesEnvironment = false }: MaskOptions) {
    this.#hide = hide;
    this.#hidesEnvironment = hidesEnvironment;
  }

  of(value: unknown, path: Path): unknown {
    if (typeof value === "string") return this.#text(value, path);
    if (Array.isArray(value)) return this.#list(value, path);
    if (typeof value !== "object" || value === null || value instanceof Date) return value;
    const owner = ownerOf(value);
    return Object.fromEntries(
      Object.entries(value).map(([name, member]: [string, unknown]) =>
        name === "value" && owner !== undefined && typeof member === "string"
          ? [name, this.#valueOf(owner, member, [...path, name])]
          : [name, this.of(member, [...path, name])],
      ),
    );
  }

  #list(list: readonly unknown[], path: Path): unknown {
    if (commands.has(path.at(-1) ?? "") && list.every((item) => typeof item === "string"))
      return this.#arguments(list, path);
    return list.map((item, index) => this.of(item, [...path, ownerOf(item) ?? String(index)]));
  }

  #text(value: string, path: Path): string {
    const name = freeForm.has(path.at(-2) ?? "") ? (path.at(-1) ?? "") : undefined;
    const isHidden = name === undefined ? judge("", value).form !== undefined : isSecret(name, value);
    return isHidden ? this.#hide(path.join("/"), value) : value;
  }

  /** The value of a variable, property or tag. */
  #valueOf(owner: string, value: string, path: Path): string {
    const isHidden = (this.#hidesEnvironment && path.at(-3) === "environment") || isSecret(owner, value);
    return isHidden ? this.#hide(path.join("/"), value) : value;
  }

  #arguments(list: readonly string[], path: Path): readonly string[] {
    const found = secretArguments(list);
    return list.map((text, index) =>
      found
        .filter((each) => each.index === index)
        .reduceRight(
          (rest, { start, end }) =>
            rest.slice(0, start) +
            this.#hide([...path, index, start].join("/"), text.slice(start, end)) +
            rest.slice(end),
          text,
        ),
    );
  }
}

/** By what an entry of a list is known: the name of a variable, the key of a tag. */
function ownerOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { name, key } = item as { readonly name?: unknown; readonly key?: unknown };
  const owner = name ?? key;
  return typeof owner === "string" ? owner : undefined;
}
