const unreachable =
  /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;
const untrusted =
  /\b(UNABLE_TO_\w+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_HAS_EXPIRED)\b/;
const forbidden = /\b(EACCES|EPERM|EROFS)\b/;

/** What to do about an error of npm, in words. */
export function explainNpm(complaint) {
  const [, network] = unreachable.exec(complaint) ?? [];
  if (network)
    return `The packages could not be loaded: npm's registry cannot be reached (${network}). Connect to the network (behind a proxy: npm config set proxy http://…), then run the same command again.`;
  const [, certificate] = untrusted.exec(complaint) ?? [];
  if (certificate)
    return `The packages could not be loaded: the certificate of npm's registry is not trusted (${certificate}). Where a proxy opens connections, name its certificate in NODE_EXTRA_CA_CERTS, then run the same command again.`;
  if (/\bENOSPC\b/.test(complaint))
    return "The packages could not be stored: the disk is full. They need about 1 GB here and in npm's cache (npm config get cache).";
  const [, code] = forbidden.exec(complaint) ?? [];
  if (code)
    return `The packages could not be stored: ${placeIn(complaint) ?? "a folder"} cannot be written to (${code}). Give yourself the rights to it, or name another cache (npm_config_cache=/tmp/npm), then run the same command again.`;
  return `The packages could not be installed. npm says:\n${withoutStack(complaint)}`;
}

/** The file that a message of npm or Node is about. */
function placeIn(complaint) {
  return (/npm error path (.+)/.exec(complaint) ?? /'(\/[^']+|[A-Z]:\\[^']+)'/.exec(complaint))?.[1];
}

function withoutStack(complaint) {
  return complaint
    .split("\n")
    .filter((line) => line.trim() && !/^npm error\s+at /.test(line))
    .join("\n");
}
