const unreachable =
  /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|Temporary failure resolving|Failed to fetch|Unable to locate package|Failed to establish a new connection|Name or service not known)\b/;
const untrusted =
  /\b(UNABLE_TO_\w+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_HAS_EXPIRED)\b/;
const full = /\b(ENOSPC|EDQUOT|No space left on device|Disk quota exceeded)\b/;
// On a read-only disk, Node and npm make many folders at once and then miss the first of them.
const notMade = /\b(ENOENT)\b(?=[^\n]*, mkdir '|\s+npm error syscall mkdir\b)/;
const forbidden = /\b(EACCES|EPERM|EROFS|ENOTDIR|Permission denied|Read-only file system)\b/;

/**
 * What stands in the way on this machine, and what to do, by what a program or Node says; undefined when it is something
 * else.
 * @param {string} complaint
 * @returns {string | undefined}
 */
export function troubleIn(complaint) {
  const of = (pattern) => pattern.exec(complaint)?.[1];
  const isFull = of(full);
  if (isFull)
    return `The disk is full (${isFull}${at(complaint)}). Free about 2 GB, then run the same command again.`;
  const network = of(unreachable);
  if (network)
    return `The network cannot be reached (${network}). Connect to it (behind a proxy: npm config set proxy http://…, and HTTPS_PROXY for the others), then run the same command again.`;
  const certificate = of(untrusted);
  if (certificate)
    return `A certificate is not trusted (${certificate}). Where a proxy opens connections, name its certificate in NODE_EXTRA_CA_CERTS, then run the same command again.`;
  const right = of(forbidden) ?? of(notMade);
  if (right)
    return `A folder cannot be written to (${right}${at(complaint)}). Give yourself the rights to it, or name other folders for what is kept (XDG_CACHE_HOME=/tmp/cache npm_config_cache=/tmp/npm), then run the same command again.`;
  return undefined;
}

/** The file that a message of npm or Node is about. */
function at(complaint) {
  const [, file] = /npm error path (.+)/.exec(complaint) ?? /'(\/[^']+|[A-Z]:\\[^']+)'/.exec(complaint) ?? [];
  return file === undefined ? "" : `, ${file}`;
}
