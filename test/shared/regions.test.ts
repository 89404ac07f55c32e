import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isRegionId, partitionOf, partitions, regionName, regions } from "../../shared/src/regions.ts";

interface SdkPartition {
  readonly id: string;
  readonly outputs: { readonly dnsSuffix: string };
  readonly regions: Readonly<Record<string, { readonly description: string }>>;
}

/** The partitions as the AWS SDK knows them; it does not export them. */
async function sdkPartitions(): Promise<readonly SdkPartition[]> {
  const core = dirname(createRequire(import.meta.url).resolve("@aws-sdk/core/package.json"));
  const file = join(core, "dist-es/submodules/client/util-endpoints/lib/aws/partitions.js");
  const { partitionsInfo } = await import(pathToFileURL(file).href);
  return partitionsInfo.partitions;
}

describe("The regions", () => {
  it("are those of the AWS SDK, in their partitions and with their names", async () => {
    const known = await sdkPartitions();
    for (const { id, name } of regions) {
      const partition = known.find((each) => each.regions[id]);
      assert.equal(partitionOf(id), partition?.id, id);
      const letters = (text: string): string => text.normalize("NFD").replaceAll(/[^A-Za-z ]/g, "");
      const description = letters(partition!.regions[id]!.description);
      for (const word of letters(name).split(" ")) assert.ok(description.includes(word), `${id}: ${word}`);
    }
  });

  it("have names", () => {
    assert.equal(regionName("eu-west-1"), "Ireland");
    assert.equal(regionName("eu-west-9"), undefined);
  });

  it("are written like all of them, and like no address", () => {
    for (const { id } of regions) assert.ok(isRegionId(id), id);
    for (const text of [
      "",
      "eu",
      "eu-west",
      "eu-west-1.example.com",
      "eu-west-1/",
      "EU-WEST-1",
      "eu-west-1#",
      "x@y",
    ])
      assert.equal(isRegionId(text), false, text);
  });
});

describe("The partitions", () => {
  it("are those of the AWS SDK, with the endings of their hosts", async () => {
    const own = partitions.map(({ id, dnsSuffix }) => [id, dnsSuffix]);
    const known = (await sdkPartitions()).map(({ id, outputs }) => [id, outputs.dnsSuffix]);
    assert.deepEqual(own.toSorted(), known.toSorted());
  });

  it("have each region of the AWS SDK", async () => {
    for (const { id, regions: members } of await sdkPartitions())
      for (const region of Object.keys(members).filter((each) => !each.endsWith("-global")))
        assert.equal(partitionOf(region), id, region);
  });
});
