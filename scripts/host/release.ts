/**
 * The VS Code that runs in a browser where no desktop VS Code is installed: the npm package
 * `code-server` carries a built VS Code. This is the only place that names its version.
 */
export const release = {
  packageName: "code-server",
  version: "4.139.1",
  /** What the registry must deliver, whichever registry it is. */
  integrity:
    "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
} as const;
