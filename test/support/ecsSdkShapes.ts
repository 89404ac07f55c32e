import { readFileSync } from "node:fs";
import { readEcsSdkTypes, type SdkType } from "./ecsSdkTypes.ts";

const types = readEcsSdkTypes();

export const structureOf = (name: string): Extract<SdkType, { kind: "structure" }> => {
  const found = types.get(name);
  if (found?.kind !== "structure") throw new Error(`The SDK has no structure ${name}.`);
  return found;
};

/** What a member holds: `PortMapping[]` holds PortMapping in a list. */
export function heldBy(type: string): {
  readonly name: string;
  readonly isList: boolean;
  readonly isMap: boolean;
} {
  const [first = ""] = type.split(" | ");
  return {
    name: first.replace("[]", ""),
    isList: first.endsWith("[]"),
    isMap: first.startsWith("Record<") || first === "__DocumentType",
  };
}

export const kindOfType = (name: string): SdkType | undefined => types.get(name);

/** A member somewhere below an input, by the member that holds its structure. */
export interface SdkPlace {
  /** The member that holds the structure; "taskDefinition" or "service" at the top. */
  readonly in: string;
  readonly member: string;
  readonly structure: string;
  readonly type: string;
}

/** Every member of an input, at any depth. */
export function placesOf(
  structure: string,
  holder: string,
  seen: readonly string[] = [],
): readonly SdkPlace[] {
  if (seen.includes(structure)) return [];
  return [...structureOf(structure).members].flatMap(([member, { type }]) => {
    const { name } = heldBy(type);
    const place: SdkPlace = { in: holder, member, structure, type };
    const inner = types.get(name)?.kind === "structure" ? placesOf(name, member, [...seen, structure]) : [];
    return [place, ...inner];
  });
}

export const inputPlaces: readonly SdkPlace[] = [
  ...placesOf("RegisterTaskDefinitionRequest", "taskDefinition"),
  ...placesOf("CreateServiceRequest", "service"),
];

const folder = new URL("../../node_modules/@aws-sdk/client-ecs/dist-types/models/", import.meta.url);
const sources = ["models_0.d.ts", "models_1.d.ts"].map((file) => readFileSync(new URL(file, folder), "utf8"));

/** What the SDK says of `Structure.member`, with code in backquotes. */
export function sdkDocumentation(path: string): string {
  const [structure = "", member = ""] = path.split(".");
  const source = sources.find((text) => text.includes(`export interface ${structure} `)) ?? "";
  const body = source.slice(source.indexOf(`export interface ${structure} `)).split("\n}\n")[0] ?? "";
  const [before = ""] = body.split(new RegExp(`\\n    ${member}\\??:`));
  return before
    .slice(before.lastIndexOf("/**"))
    .replaceAll(/\n\s*\*\s?/g, " ")
    .replaceAll(/<\/?code>/g, "`")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/\s+/g, " ");
}
