/**
 * What secrets look like that are known by their form. Each is documented by its issuer, the first ones in
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 * https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 * Repetitions are bounded, so that the time is linear in the length of a text.
 */
const forms: readonly { readonly what: string; readonly form: RegExp }[] = [
  { what: "an AWS access key", form: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { what: "an AWS session token", form: /\b(?:IQoJb3JpZ2luX2Vj|FwoGZXIvYXdz|FQoGZXIvYXdz)[\w+/=]{16}/ },
  {
    what: "a private key",
    form: /-----BEGIN (?:[A-Z]{1,20} ){0,4}PRIVATE KEY|\bAGE-SECRET-KEY-1[A-Z0-9]{20}/,
  },
  { what: "a JSON Web Token", form: /\beyJ[\w-]{8,200}\.eyJ[\w-]{8,}\./ },
  { what: "a GitHub token", form: /\b(?:gh[oprsu]_[A-Za-z0-9]{20}|github_pat_\w{20})/ },
  { what: "a GitLab token", form: /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[\w-]{20}/ },
  { what: "a Slack token", form: /\bxox[abeprs]-[A-Za-z0-9-]{10}|\bxapp-\d-[A-Za-z0-9-]{10}/ },
  { what: "a Stripe key", form: /\b(?:[rs]k_(?:live|test)_[A-Za-z0-9]{16}|whsec_[A-Za-z0-9+/]{16})/ },
  { what: "a Google API key", form: /\bAIza[\w-]{35}/ },
  { what: "a SendGrid key", form: /\bSG\.[\w-]{16,64}\.[\w-]{16}/ },
  { what: "an npm token", form: /\bnpm_[A-Za-z0-9]{36}/ },
  { what: "a PyPI token", form: /\bpypi-[\w-]{40}/ },
  { what: "an API key", form: /\bsk-(?:[A-Za-z]{2,12}-){0,3}[\w-]{20}/ },
  { what: "a Hugging Face token", form: /\bhf_[A-Za-z0-9]{30}/ },
  { what: "a Twilio key", form: /\bSK[0-9a-f]{32}\b/ },
  { what: "a Shopify token", form: /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/ },
  { what: "a DigitalOcean token", form: /\bdo[opr]_v1_[0-9a-f]{40}/ },
  { what: "a Vault token", form: /\bhv[bsr]\.[\w-]{20}/ },
  { what: "a Databricks token", form: /\bdapi[0-9a-f]{32}/ },
  {
    what: "a webhook with its key",
    form: /\bhooks\.slack\.com\/(?:services|workflows)\/\w|\bdiscord(?:app)?\.com\/api\/webhooks\/\d/,
  },
  { what: "a URL with a password", form: /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^/\s:@?#]{0,256}:[^/\s@]{1,512}@/i },
  {
    what: "a URL with a secret",
    form: /[?&](?:access_?token|api_?key|auth|key|pass(?:word|wd)?|pwd|secret|sig|signature|token|x-amz-(?:credential|security-token|signature))=[^&\s#$<{][^&\s#]{5}/i,
  },
  {
    what: "a connection string with a password",
    form: /(?:^|[;\s"'])(?:accountkey|password|pwd|sharedaccess(?:key|signature))\s?=\s?[^;\s"'$<{][^;\s"']{2}[^;]{0,512};|;\s?(?:accountkey|password|pwd|sharedaccess(?:key|signature))\s?=\s?[^;\s"'$<{][^;\s"']{2}/i,
  },
  { what: "credentials of HTTP", form: /\b(?:basic|bearer)\s{1,4}(?=[^\s]{0,64}[\d=])[\w.~+/-]{16}/i },
  {
    what: "JSON with a secret",
    form: /"(?:private_key|client_secret|password|secret|secret_access_key|token)"\s{0,4}:\s{0,4}"[^"$<{][^"]{3}/i,
  },
];

/** The length of the shortest secret with a form of its own, a Slack token, in characters. */
const shortestToken = 15;

/** Whether a text is so short and plain that it has none of the forms. */
const isPlain = (text: string): boolean => text.length < shortestToken && !/[=:@?&;]/.test(text);

/** What a text holds that has the form of a secret, as in "looks like {what}"; undefined for other texts. */
export function secretForm(text: string): string | undefined {
  if (isPlain(text)) return undefined;
  return (
    forms.find(({ form }) => form.test(text))?.what ??
    (isAwsSecretKey(text) ? "an AWS secret key" : undefined)
  );
}

/** The places of a text at which a secret stands that is known by its form, from the first to the last. */
export function secretPlaces(text: string): readonly SecretPlace[] {
  const found = forms.flatMap(({ form }) => [...text.matchAll(new RegExp(form.source, `${form.flags}g`))]);
  const places = found.map((match) => ({
    start: match.index,
    end: endOf(text, match.index + match[0].length, match[0]),
  }));
  return joined(places.sort((a, b) => a.start - b.start));
}

/** Where a secret stands in a text, from its first character to that behind its last. */
export interface SecretPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * A form tells how a secret begins; it goes on as long as its letters do, and a private key to its last line.
 */
function endOf(text: string, from: number, found: string): number {
  const rest = /^[\w.~+/=%-]*/.exec(text.slice(from, from + 4096))?.[0] ?? "";
  if (!found.startsWith("-----BEGIN")) return from + rest.length;
  const key = /^[^]*?-----END [A-Z ]{0,60}-----/.exec(text.slice(from, from + 16_384))?.[0];
  return key === undefined ? Math.min(text.length, from + 16_384) : from + key.length;
}

/** Joins places that overlap; they come sorted. */
function joined(places: readonly SecretPlace[]): readonly SecretPlace[] {
  const apart: SecretPlace[] = [];
  for (const next of places) {
    const last = apart.at(-1);
    if (last === undefined || next.start >= last.end) apart.push(next);
    else apart.splice(-1, 1, { start: last.start, end: Math.max(last.end, next.end) });
  }
  return apart;
}

/** Forty letters of base 64, which no commit id is: that has no capitals. */
function isAwsSecretKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{40}$/.test(text) && isMixed(text) && entropyOf(text) >= 4;
}

/** The most characters of a text that are looked at for randomness. */
const longest = 4096;

/** What is long and mixed without being random: ids, digests, addresses, references. */
const orderly =
  /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?:sha\d{3}[:-])?[0-9a-f]{20,40}|sha\d{3}[:-][0-9a-f]+|arn:.*)$/i;

/** The length from which a word can look random, in characters. */
const shortestWord = 20;

/** Whether a text holds a word that looks like drawn by lot: 20 letters or more, mixed as no words are. */
export function looksRandom(text: string): boolean {
  if (text.length < shortestWord || /^arn:|^[\w.-]+\.amazonaws\.com/.test(text)) return false;
  const words = text.slice(0, longest).replaceAll(/sha\d{3}[:-][0-9a-f]{32,128}/g, " ");
  return [...words.matchAll(/[A-Za-z0-9+/_=-]{20,}/g)].some(([word]) => isRandom(word));
}

function isRandom(word: string): boolean {
  if (orderly.test(word)) return false;
  if (/^[0-9a-f]{48,}$/i.test(word)) return entropyOf(word) >= 3;
  const parts = word.split(/[/_=-]+/);
  const longestPart = parts.reduce((most, part) => (part.length > most.length ? part : most), "");
  if (longestPart.length < 16 || orderly.test(longestPart)) return false;
  const digitRuns = longestPart.match(/\d+/g)?.length ?? 0;
  if (isMixed(longestPart)) return digitRuns >= 2 && entropyOf(longestPart) >= 3.5;
  return (
    longestPart.length >= 24 && digitRuns >= 4 && /[g-z]/i.test(longestPart) && entropyOf(longestPart) >= 3.5
  );
}

const isMixed = (text: string): boolean => /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);

/** Bits for each letter: 0 for one letter repeated, 6 at most for base 64. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}
