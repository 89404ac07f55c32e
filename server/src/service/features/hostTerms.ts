import type { Definition } from "../documents/ecsDocument.ts";
import type { HostId } from "../hosts/host.ts";
import { generalRules } from "../rules/schema/generalRules.ts";
import { memberNames } from "../schema/ecsSchema.ts";
import type { Finding } from "./finding.ts";

/** Who refuses a file that is not as it should be. */
const refusers: Readonly<Partial<Record<HostId, string>>> = {
  cloudformation: "CloudFormation",
  terraform: "Terraform",
};

/**
 * Findings as the file's own language has them: names of members as it spells them, and fixes only where it
 * takes them.
 */
export function inTermsOf(
  { host, spelling, document }: Definition,
  findings: readonly Finding[],
): readonly Finding[] {
  const refuser = refusers[host];
  if (refuser === undefined && document.syntax !== "yaml") return findings;
  return onceEach(findings).map((finding) => {
    const fixes = finding.fixes.map((fix) => ({ ...fix, title: respelled(fix.title, spelling.write) }));
    if (refuser === undefined) return { ...finding, fixes };
    const message = (spelled.has(finding.code) ? finding.message : respelled(finding.message, spelling.write))
      .replace(/the AWS CLI and boto3 refuse\b/gi, `${refuser} refuses`)
      .replace(/the AWS CLI refuses\b/gi, `${refuser} refuses`);
    return { ...finding, fixes, message };
  });
}

/** Rules whose messages quote names as the file has them. */
const spelled: ReadonlySet<string> = new Set([
  generalRules.propertyWrongCase.id,
  generalRules.unknownProperty.id,
]);

/** What an alias repeats is at fault in one place of the file. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, span, message }) => {
    const key = `${code} ${span.offset} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Spells names of members anew: those that are no word of English, and others in quotes. */
function respelled(message: string, write: (name: string) => string): string {
  return message
    .replace(/(?<![\w.-])[a-z]+\d*(?:[A-Z][A-Za-z0-9]*)+(?![\w-])/g, (word) =>
      memberNames.has(word) ? write(word) : word,
    )
    .replace(/"(family|image|name|value|key|cluster|memory|tags)"/g, (_, word: string) => `"${write(word)}"`);
}
