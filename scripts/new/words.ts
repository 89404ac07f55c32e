/** `host-port-odd` → `hostPortOdd`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `hostPortOdd` → `HostPortOdd`. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `restartService` → `Restart Service`. */
export function titleCase(name: string): string {
  return pascalCase(name).replace(/(?<=[a-z0-9])([A-Z])/g, " $1");
}

/** Splits `services/restartService` at its last slash; the place is "" without one. */
export function placeAndName(text: string): { readonly place: string; readonly name: string } {
  const slash = text.lastIndexOf("/");
  return { place: text.slice(0, Math.max(slash, 0)), name: text.slice(slash + 1) };
}

/** Throws an Error unless the name is written in camel case. */
export function requireCamelCase(name: string, example: string): void {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    throw new Error(`"${name}" is not a name in camel case, such as "${example}".`);
}
