import { pythonTools, type PythonTools } from "../../scripts/python/tools.ts";

/** The programs of others; skips the suite where they cannot be had. scripts/python/prepare.ts tells why. */
export async function toolsOrSkip(context: Mocha.Context): Promise<PythonTools> {
  const tools = await pythonTools(() => undefined);
  return typeof tools === "string" ? context.skip() : tools;
}
