/** How sure it is that a text is a secret: `doubtful` ones are hidden, but nothing is reported about them. */
export type Secrecy = "secret" | "doubtful" | "harmless";

/** Words that announce a secret wherever they stand in a name. */
const strongWords = new Set([
  "apikey",
  "apitoken",
  "authorization",
  "authtoken",
  "bearer",
  "cred",
  "credential",
  "credentials",
  "creds",
  "pass",
  "pw",
  "pwd",
  "secret",
  "secrets",
  "token",
]);

/** Endings of words that were written together: DBPASSWORD, clientsecret, authtoken, AWSSECRETACCESSKEY. */
const strongEndings =
  /(?:password|passwd|passphrase|passcode|passw|secret|secrets|token|credential|credentials|(?:api|auth|private|access|secret|master|license|encryption|signing|shared|account|storage)keys?|(?:db|user|pg|my|sql|smtp|mail|root|redis|admin|ftp|http|proxy|ldap|rabbit|mongo)(?:pass|pwd?))$/;

/** What a key is called that opens, signs or encrypts something. */
const secretKeys = new Set([
  "access",
  "account",
  "admin",
  "aes",
  "anthropic",
  "api",
  "auth",
  "authentication",
  "cipher",
  "cookie",
  "crypto",
  "decryption",
  "deploy",
  "encrypt",
  "encryption",
  "github",
  "gitlab",
  "gpg",
  "hmac",
  "ingest",
  "insert",
  "jwt",
  "licence",
  "license",
  "mailgun",
  "master",
  "openai",
  "pgp",
  "private",
  "root",
  "rsa",
  "secret",
  "sendgrid",
  "service",
  "session",
  "shared",
  "signature",
  "signing",
  "slack",
  "ssh",
  "ssl",
  "storage",
  "stripe",
  "tls",
  "twilio",
  "webhook",
]);

/** What a key is called that only finds or names something, or that everybody may know. */
const harmlessKeys = new Set([
  "bucket",
  "cache",
  "column",
  "foreign",
  "group",
  "hash",
  "hot",
  "idempotency",
  "index",
  "lookup",
  "map",
  "object",
  "partition",
  "primary",
  "public",
  "publishable",
  "range",
  "routing",
  "row",
  "s3",
  "sort",
  "tag",
]);

/** Words that often stand in the names of secrets, and often not. */
const doubtfulWords = new Set([
  "auth",
  "connectionstring",
  "connstr",
  "cookie",
  "dsn",
  "hmac",
  "jwt",
  "key",
  "keys",
  "keystore",
  "kubeconfig",
  "license",
  "mfa",
  "mnemonic",
  "oauth",
  "otp",
  "pat",
  "pem",
  "pepper",
  "pfx",
  "pin",
  "private",
  "salt",
  "sas",
  "seed",
  "signature",
  "tokens",
  "totp",
  "webhook",
]);

/** Last words of names that tell something about a secret, not the secret itself. */
const harmlessEndings = new Set(
  (
    "algorithm algorithms arn arns audience bytes class count days dir disabled enabled endpoint expiration expires " +
    "expiry field file format header host hours issuer length limit max min minutes name namespace parameter path port prefix " +
    "provider ref reference region required rotation seconds size suffix timeout ttl type uri url version"
  ).split(" "),
);

/** What the container agent logs in to registries with, whatever its words say: passwords in a JSON text. */
const registryLogins = new Set(["ECS_ENGINE_AUTH_DATA"]);

/** Letters without which no name is suspicious: most names have none of them, and need not be taken apart. */
const suspiciousParts = [...strongWords, ...doubtfulWords, strongEndings.source.slice(0, -1), "string"];
const suspiciousLetters = new RegExp(suspiciousParts.join("|"), "i");

/**
 * What a name says about its value, by its parts: `DB_PASSWORD`, `apiToken` and `--private-key` announce a
 * secret, `PASSWORD_FILE` and `MAX_TOKENS` do not, and `AUTH` may or may not.
 */
export function secrecyOfName(name: string): Secrecy {
  if (registryLogins.has(name)) return "secret";
  if (!suspiciousLetters.test(name)) return "harmless";
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  const found = words.map((word, index) => secrecyOfWord(word, words[index - 1]));
  const isAbout = words.length > 1 && (harmlessEndings.has(last) || isCount(words));
  if (isAbout) return "harmless";
  if (!found.includes("secret")) return found.includes("doubtful") ? "doubtful" : "harmless";
  return last === "id" && words.slice(-3, -1).join(" ") !== "access key" ? "doubtful" : "secret";
}

/** `MAX_TOKENS` is a number. */
function isCount(words: readonly string[]): boolean {
  return /^(?:max|min|num|number|total|count)$/.test(words[0] ?? "") && words.at(-1) === "tokens";
}

function secrecyOfWord(word: string, before: string | undefined): Secrecy {
  if (strongWords.has(word) || strongEndings.test(word)) return "secret";
  if ((word === "key" || word === "keys") && before !== undefined) {
    if (harmlessKeys.has(before)) return "harmless";
    if (secretKeys.has(before)) return word === "key" ? "secret" : "doubtful";
  }
  if (word === "string" && (before === "connection" || before === "conn")) return "doubtful";
  return doubtfulWords.has(word) ? "doubtful" : "harmless";
}

/** The longest name that is looked at; ECS takes no longer ones. */
const longest = 512;

/** `dbPassword2` is `db` and `password`: words in small letters, numbers at their ends left out. */
function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, longest)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => (/[a-z]/.test(word) ? word.replace(/\d{1,6}$/, "") : ""))
    .filter((word) => word !== "");
}
