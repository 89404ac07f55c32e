import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A member of a structure. */
export interface SdkMember {
  /** `string`, `number[]`, `Record<string, string>`, `Volume[]`. */
  readonly type: string;
  readonly isRequired: boolean;
}

export type SdkType =
  | { readonly kind: "structure"; readonly members: ReadonlyMap<string, SdkMember> }
  | { readonly kind: "enum"; readonly values: readonly string[] };

/** Every structure, union and closed list that the installed @aws-sdk/client-ecs declares, by name. */
export const readEcsSdkTypes = (): ReadonlyMap<string, SdkType> => readSdkTypes("client-ecs");

/** Every structure, union and closed list that an installed client of the SDK declares, by name. */
export function readSdkTypes(client: string): ReadonlyMap<string, SdkType> {
  const folder = new URL(`../../node_modules/@aws-sdk/${client}/dist-types/models/`, import.meta.url);
  const types = new Map<string, SdkType>();
  for (const file of readdirSync(folder).filter((name) => /^(?:enums|models_\d+)\.d\.ts$/.test(name))) {
    const source = ts.createSourceFile(
      file,
      readFileSync(new URL(file, folder), "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    for (const [name, type] of source.statements.flatMap(declaredTypes)) types.set(name, type);
  }
  return types;
}

function declaredTypes(statement: ts.Statement): (readonly [string, SdkType])[] {
  if (ts.isInterfaceDeclaration(statement)) return [[statement.name.text, structure(statement.members)]];
  if (ts.isModuleDeclaration(statement)) return [[statement.name.text, union(statement)]];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, type }) =>
    type && ts.isTypeLiteralNode(type)
      ? [[name.getText(), { kind: "enum", values: type.members.flatMap(literalValue) }] as const]
      : [],
  );
}

function structure(members: Iterable<ts.TypeElement>): SdkType {
  const properties = [...members].filter(ts.isPropertySignature);
  return {
    kind: "structure",
    members: new Map(
      properties.map(({ name, type, questionToken }) => [
        name.getText(),
        { type: typeName(type), isRequired: !questionToken },
      ]),
    ),
  };
}

/** A union of the API is an object with one of several members: the SDK declares an interface for each. */
function union(declaration: ts.ModuleDeclaration): SdkType {
  const statements =
    declaration.body && ts.isModuleBlock(declaration.body) ? [...declaration.body.statements] : [];
  const alternatives = statements
    .filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => /^[A-Z]\w*Member$/.test(name.text));
  const members = alternatives
    .flatMap((alternative) => alternative.members.filter(ts.isPropertySignature))
    .filter(({ name }) => name.getText() !== "$unknown");
  return {
    kind: "structure",
    members: new Map(
      members.map(({ name, type }) => [name.getText(), { type: typeName(type), isRequired: false }]),
    ),
  };
}

function typeName(type: ts.TypeNode | undefined): string {
  if (!type) return "unknown";
  if (!ts.isUnionTypeNode(type)) return type.getText();
  return type.types
    .filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword)
    .map((part) => part.getText())
    .join(" | ");
}

function literalValue(member: ts.TypeElement): string[] {
  if (!ts.isPropertySignature(member) || !member.type || !ts.isLiteralTypeNode(member.type)) return [];
  return ts.isStringLiteral(member.type.literal) ? [member.type.literal.text] : [];
}
