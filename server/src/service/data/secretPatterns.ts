/** Parts of names that announce a secret. Plurals are left out: MAX_TOKENS is a number. */
export const secretNames =
  /pass(?:word(?!less)|wd|phrase)|(?:^|_)(?:pwd|pass)(?:_|$)|(?:secret|credentials?|token|api_?key|private_?key|access_?key)(?:_|$)/;

/** Passes over most names that {@link secretNames} does not match. */
export const secretNameHint = /pass|pwd|secret|credential|token|key/i;

/** Last words of names that announce something about a secret, not the secret itself. */
export const harmlessEndings =
  /_(?:arn|name|path|file|dir|url|uri|endpoint|host|port|expiry|expires|expiration|ttl|timeout|seconds|minutes|hours|days|length|size|count|limit|type|algorithm|header|enabled|disabled|required|region|version|prefix|suffix|field)$/;

/** Values that are no secret whatever the name: references, places and switches. */
export const harmlessValues =
  /^(?:arn:|s3:|file:|\.{0,2}\/|https?:\/\/(?![^/]*@)|(?:true|false|yes|no|on|off|none|null|enabled|disabled)$)/i;

/**
 * What secrets look like that are known by their form. The documentation of each is with its issuer:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 * https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 */
export const secretForms: readonly { readonly what: string; readonly form: RegExp }[] = [
  { what: "an AWS access key", form: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { what: "a private key", form: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY/ },
  { what: "a JSON Web Token", form: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\./ },
  { what: "a GitHub token", form: /\b(?:gh[opusr]_[A-Za-z0-9]{20}|github_pat_\w{20})/ },
  { what: "a GitLab token", form: /\bglpat-[\w-]{20}/ },
  { what: "a Slack token", form: /\bxox[abprs]-[A-Za-z0-9-]{10}/ },
  { what: "a Stripe key", form: /\b[rs]k_live_[A-Za-z0-9]{16}/ },
  { what: "a URL with a password", form: /\b[a-z][a-z0-9+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/i },
];

/** Passes over most texts that hold none of {@link secretForms}. */
export const secretHint =
  /A[KS]IA|PRIVATE KEY|eyJ|gh[opusr]_|github_pat_|glpat-|xox[abprs]-|[rs]k_live_|:\/\/.*@/;
