/** An image reference as short as it stays clear: the registry's host left out, a digest cut to seven digits. */
export function shortImage(image: string): string {
  const [first = "", ...rest] = image.split("/");
  const isHost = rest.length > 0 && (first.includes(".") || first.includes(":") || first === "localhost");
  const path = isHost ? rest.join("/") : image;
  return path.replace(/@sha256:([0-9a-f]{7})[0-9a-f]*$/, "@$1");
}
