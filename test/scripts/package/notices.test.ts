import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { BundledPackage } from "../../../scripts/build/bundled.ts";
import { noticesOf } from "../../../scripts/generate/notices.ts";

const own: BundledPackage = { name: "a", version: "1.0.0", license: "ISC", texts: ["text of a"] };

async function imported(): Promise<readonly string[]> {
  const { dependencies } = JSON.parse(await readFile("package.json", "utf8")) as { dependencies: object };
  return Object.keys(dependencies);
}

/** The part of the notices that names a package. */
async function partOf(name: string, ...packages: readonly BundledPackage[]): Promise<string> {
  const text = await noticesOf({ packages, imported: await imported() });
  return text.split(/\n\n-{80}\n\n/).find((part) => part.includes(`${name} `)) ?? "";
}

describe("The notices of bundled packages", () => {
  it("have each text once, under all packages that it is of", async () => {
    assert.equal(
      await partOf("b", own, { ...own, name: "b", version: "2.0.0" }),
      "a 1.0.0 (ISC)\nb 2.0.0 (ISC)\n\ntext of a",
    );
  });

  it("have the text of the licence where a package leaves it out", async () => {
    const apache: BundledPackage = { ...own, license: "Apache-2.0", texts: ["Apache License"] };
    assert.match(await partOf("c", apache, { ...apache, name: "c", texts: [] }), /\n\nApache License$/);
    const mit: BundledPackage = { ...own, name: "d", license: "MIT", author: "D and others", texts: [] };
    assert.match(await partOf("d", mit), /Copyright \(c\) D and others\n[^]*WITHOUT WARRANTY OF ANY KIND/);
  });

  it("are refused where a licence is not known to allow it, or has no text", async () => {
    for (const [license, message] of [
      ["GPL-3.0", "Look at the licence of a 1.0.0 (GPL-3.0) before it is bundled."],
      ["ISC", "a has no text of its licence, ISC."],
    ] as const)
      await assert.rejects(partOf("a", { ...own, license, texts: [] }), { message });
  });

  it("are refused where what is bundled is no dependency, or a dependency is not bundled", async () => {
    const packages = [own];
    const names = await imported();
    await assert.rejects(noticesOf({ packages, imported: [...names, "x"] }), /"dependencies" have to be/);
    await assert.rejects(noticesOf({ packages, imported: names.slice(1) }), /"dependencies" have to be/);
  });
});
