/**
 * Names under which task definitions and services are kept; other files are known only while they are open.
 */
const watchedNames = /task[-_]?def|container[-_]?def|service|\btd\b/i;

const skippedFolders =
  /^(?:\.git|\.hg|\.svn|\.terraform|\.venv|bower_components|build|cdk\.out|coverage|dist|node_modules|out|target|vendor)$/;

/** Whether a file of that name may be a task definition or service. */
export function isWatchedName(name: string): boolean {
  return /\.(?:tf|tofu)$/i.test(name) || (/\.(?:jsonc?|ya?ml)$/i.test(name) && watchedNames.test(name));
}

/** Whether a folder of that name holds only what others wrote, or what was made of sources. */
export function isSkippedFolder(name: string): boolean {
  return skippedFolders.test(name);
}

/**
 * Whether a file is known although it is not open: below a workspace folder, and in no folder that is
 * skipped.
 */
export function isWatchedFile(uri: string, folderUris: readonly string[]): boolean {
  return folderUris.some((folder) => {
    const root = folder.endsWith("/") ? folder : `${folder}/`;
    if (!uri.startsWith(root)) return false;
    const parts = uri.slice(root.length).split("/").map(decoded);
    return isWatchedName(parts.at(-1)!) && !parts.slice(0, -1).some(isSkippedFolder);
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // not percent-encoded
  }
}
