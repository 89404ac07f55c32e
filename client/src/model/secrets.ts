/** Names of values that are secrets; not those which only say where a secret is or how long it lives. */
const secretName =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|api_?key|private_?key|access_?key|auth)(?:_?\d+)?$/i;

/** Forms in which secrets come: keys of AWS and others, JSON Web Tokens, addresses with a password. */
const secretValue =
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|PRIVATE KEY-----|\beyJ[\w-]{8,}\.eyJ|\bgh[opusr]_\w{20}|\bxox[abprs]-\w|:\/\/[^/\s:@]*:[^/\s@]+@/;

/** Whether a value is to be kept from screens, logs and disks, by its name or its form. */
export function isSecret(name: string, value = ""): boolean {
  return secretName.test(name) || secretValue.test(value);
}
