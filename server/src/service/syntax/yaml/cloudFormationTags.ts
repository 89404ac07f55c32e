/**
 * The short forms of CloudFormation's functions.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const cloudFormationTags: readonly string[] = [
  "!And",
  "!Base64",
  "!Cidr",
  "!Condition",
  "!Equals",
  "!FindInMap",
  "!ForEach",
  "!GetAtt",
  "!GetAZs",
  "!If",
  "!ImportValue",
  "!Join",
  "!Length",
  "!Not",
  "!Or",
  "!Ref",
  "!Select",
  "!Split",
  "!Sub",
  "!ToJsonString",
  "!Transform",
];

/** The long form that a short form stands for: `Ref`, `Fn::Sub`. */
export function longForm(tag: string): string {
  const name = tag.slice(1);
  return name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
}
