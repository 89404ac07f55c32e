import type { JsonNode, Span } from "../../syntax/jsonNode.ts";
import type { Spelling } from "../../syntax/spelling.ts";
import { type Fix, remove, removeAll, safeFix } from "../kit/fix.ts";
import type { ReportDetails, Severity } from "../rule.ts";
import type { Check } from "./checks.ts";
import type { CompiledSchema } from "./compiledSchema.ts";
import { type GeneralFault, notAllowed, unknownMember, wrongCase, wrongType } from "./generalFaults.ts";
import { generalRules } from "./generalRules.ts";
import { fixesOf, insertionOf, renamingOf } from "./recipes.ts";
import { fillIn } from "./wording.ts";
import type { KeywordRule } from "./writtenSchema.ts";

/** Reports a fault under the id of a rule. */
export type SchemaReport = (
  id: string,
  severity: Severity,
  where: Span,
  message: string,
  details: ReportDetails,
) => void;

/** A definition as far as its schema is concerned. */
export interface Checked {
  readonly root: JsonNode;
  readonly spelling: Spelling;
  /** Names of members of the root that the schema does not know and that are somebody else's business. */
  readonly tolerated: ReadonlySet<string>;
  /** Names of members of the root that the host gives a value where the file has none. */
  readonly supplied: ReadonlySet<string>;
}

/** Keys that tools and people use for comments. */
const comment = /^(?:\$schema|\/\/|_comment)/;

/** Compares one definition with its schema. Values that are known only after substitution are left alone. */
export class SchemaCheck {
  readonly #checked: Checked;
  readonly #report: SchemaReport;
  readonly #nulls: JsonNode[] = [];
  /** Where the schema's rules were reported, so that each stands once at a place. */
  readonly #places = new Set<string>();

  constructor(checked: Checked, report: SchemaReport) {
    this.#checked = checked;
    this.#report = report;
  }

  run(schema: CompiledSchema): void {
    this.#visit(this.#checked.root, schema);
    this.#reportNulls();
  }

  #visit(node: JsonNode, schema: CompiledSchema): void {
    if (node.type === "dynamic") return node.elements.forEach((choice) => this.#visit(choice, schema));
    if (!hasType(node, schema)) return this.#wrongType(node, schema);
    if (schema.type === "object") this.#members(node, schema);
    else if (schema.type === "array" && schema.items)
      for (const item of node.items) this.#visit(item, schema.items);
    for (const check of schema.checks) {
      const broken = check.fault(node);
      if (broken && !broken.isDynamic) this.#broken(broken, schema, check);
    }
  }

  #members(object: JsonNode, schema: CompiledSchema): void {
    const { properties, values } = schema;
    let isSpokenFor = false;
    for (const member of object.members) {
      const expected = properties.get(member.key!) ?? values;
      if (expected) this.#visit(member, expected);
      else if (schema.isClosed && schema.ruleFor(`additionalProperties:${member.key}`) === false)
        isSpokenFor = true;
      else if (schema.isClosed) this.#unknownMember(member, object, schema);
    }
    if (isSpokenFor) return;
    for (const key of schema.required) {
      const value = object.get(key);
      if (!value || (value.type !== "object" && value.isEmpty)) this.#missing(object, schema, key, value);
    }
  }

  #wrongType(node: JsonNode, schema: CompiledSchema): void {
    if (node.type === "null") {
      this.#nulls.push(node);
      return;
    }
    const rule = schema.ruleFor("type");
    if (rule === false || node.isDynamic) return;
    if (rule)
      this.#reportRule(
        rule,
        node,
        fillIn(rule.message, node, schema.written),
        fixesOf(rule.fix, node, schema.written),
      );
    else this.#reportGeneral(wrongType(node, schema), node);
  }

  #broken(node: JsonNode, schema: CompiledSchema, { rule, written }: Check): void {
    if (rule)
      this.#reportRule(rule, node, fillIn(rule.message, node, written), fixesOf(rule.fix, node, written));
    else this.#reportGeneral(notAllowed(node, schema.written.enum ?? []), node);
  }

  #unknownMember(member: JsonNode, object: JsonNode, schema: CompiledSchema): void {
    const key = member.key!;
    if (
      comment.test(key) ||
      (object === this.#checked.root && this.#checked.tolerated.has(key)) ||
      object.isDynamic ||
      object.source.isPlaceholder(key)
    )
      return;
    const rule = schema.ruleFor(`additionalProperties:${key}`) ?? schema.ruleFor("additionalProperties");
    if (rule === false) return;
    const where = member.keySpan!;
    const right = schema.nameIgnoringCase(key);
    if (rule)
      this.#reportRule(
        rule,
        where,
        fillIn(rule.message, member, schema.written, { value: key }),
        renamingOf(rule.fix, member, schema.properties.keys()),
      );
    else if (right === undefined)
      this.#reportGeneral(
        unknownMember(member, ownerOf(object, schema), schema.properties.keys(), this.#checked.spelling),
        where,
      );
    else this.#reportGeneral(wrongCase(member, right, this.#checked.spelling), where);
    if (right !== undefined) this.#visit(member, schema.properties.get(right)!);
  }

  /** @param empty the member, where it is there and says nothing */
  #missing(object: JsonNode, schema: CompiledSchema, key: string, empty: JsonNode | undefined): void {
    const rule = schema.ruleFor(`required:${key}`) ?? schema.ruleFor("required");
    if (!rule || object.isDynamic || this.#hasInOtherCase(object, key)) return;
    if (object === this.#checked.root && this.#checked.supplied.has(key)) return;
    const message = fillIn(rule.message, object, schema.written, { field: key });
    this.#reportRule(
      rule,
      empty ?? placeOf(object, schema),
      message,
      empty ? [] : insertionOf(rule.fix, object, key),
    );
  }

  #hasInOtherCase(object: JsonNode, key: string): boolean {
    return object.members.some(
      (member) =>
        member.key !== key && member.key!.toLowerCase() === key.toLowerCase() && member.type !== "null",
    );
  }

  #reportGeneral({ rule, message, fixes }: GeneralFault, where: Span): void {
    this.#report(rule.id, rule.severity, where, message, { fixes });
  }

  #reportRule({ id, severity }: KeywordRule, where: Span, message: string, fixes: readonly Fix[]): void {
    const place = `${id} ${where.offset}`;
    if (this.#places.has(place)) return;
    this.#places.add(place);
    this.#report(id, severity, where, message, { fixes });
  }

  /** Nulls are collected first, as one fix can remove them all. */
  #reportNulls(): void {
    const { id, severity } = generalRules.nullValue;
    const members = this.#nulls.filter((node) => node.key !== undefined);
    const all: Fix = safeFix("Remove all members that are null", removeAll(members));
    for (const node of members) {
      const one: Fix = safeFix(`Remove ${node.key}`, remove(node));
      const message = `${node.key} is null, which the AWS CLI and boto3 refuse. Leave it out.`;
      this.#report(id, severity, node, message, { fixes: members.length > 1 ? [one, all] : [one] });
    }
  }
}

function hasType(node: JsonNode, { type }: CompiledSchema): boolean {
  if (type === "integer") return node.integer !== undefined;
  return type === undefined ? node.type !== "null" : node.type === type;
}

/** Where an object is marked that lacks a member. */
function placeOf(object: JsonNode, schema: CompiledSchema): Span {
  const name = schema.name === "ContainerDefinition" ? object.filled("name") : undefined;
  return name ?? object.keySpan ?? object.opening;
}

/** How a message calls the object whose member is unknown. */
function ownerOf(object: JsonNode, { name }: CompiledSchema): string {
  if (name === "ContainerDefinition") return "A container definition";
  if (object.key !== undefined) return object.key;
  return object.parent?.key === undefined ? "The definition" : `An entry of ${object.parent.key}`;
}
