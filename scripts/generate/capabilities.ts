import type { Part } from "./part.ts";
import { printManifest } from "./printManifest.ts";

interface Manifest {
  capabilities: { untrustedWorkspaces: { restrictedConfigurations?: readonly string[] } };
  contributes: { configuration: { properties: Record<string, { readonly scope?: string }> }[] };
}

/** Settings that a workspace may make before it is trusted, and why they do no harm. */
export const harmless: Readonly<Record<string, string>> = {
  "taskwright.detectByContent": "chooses a language",
  "taskwright.inlayHints.cost": "shows or hides words",
  "taskwright.inlayHints.sizes": "shows or hides words",
  "taskwright.inlayHints.sums": "shows or hides words",
  "taskwright.presets": "only adds to what is reported",
  "taskwright.protected": "only adds to what the user protects",
  "taskwright.readOnly": "only adds to what the user protects",
  "taskwright.templates": "checks more or fewer files",
};

/** Scopes of settings that no workspace can make. */
const ofUser = new Set(["application", "machine"]);

/** The settings that wait for trust: all that a workspace can make, unless they are known to be harmless. */
export const capabilities: Part = {
  file: "package.json",
  what: "capabilities.untrustedWorkspaces.restrictedConfigurations",
  async render(current) {
    const manifest = JSON.parse(current) as Manifest;
    const settings = manifest.contributes.configuration.flatMap(({ properties }) =>
      Object.entries(properties),
    );
    manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = settings
      .filter(([name, { scope = "window" }]) => !ofUser.has(scope) && harmless[name] === undefined)
      .map(([name]) => name)
      .sort();
    return printManifest(manifest);
  },
};
