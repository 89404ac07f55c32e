import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nearestEnvironmentFile } from "../../../client/src/editor/environmentFile.ts";

describe("The .env file beside a file", () => {
  let root: string;
  let top: string;
  let file: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "taskwright-env-"));
    top = join(root, "workspace");
    file = join(top, "services", "orders", "task-definition.json");
    await mkdir(join(top, "services", "orders"), { recursive: true });
    await writeFile(join(root, ".env"), "FROM=outside");
  });
  afterEach(() => rm(root, { recursive: true }));

  it("is the nearest, up to the folder of the workspace", async () => {
    assert.equal(await nearestEnvironmentFile(file, top), undefined);
    await writeFile(join(top, ".env"), "FROM=top");
    assert.deepEqual(await nearestEnvironmentFile(file, top), { name: ".env", text: "FROM=top" });
    await writeFile(join(top, "services", ".env"), "FROM=services");
    assert.deepEqual(await nearestEnvironmentFile(file, top), {
      name: "services/.env",
      text: "FROM=services",
    });
  });

  it("is none for a file outside of the workspace", async () => {
    assert.equal(await nearestEnvironmentFile(join(root, "task-definition.json"), top), undefined);
    assert.equal(await nearestEnvironmentFile(join(top, "..", "x", "task-definition.json"), top), undefined);
    assert.equal(await nearestEnvironmentFile(join(`${top}-2`, "task-definition.json"), top), undefined);
  });

  it("may be a link within the workspace", async () => {
    await writeFile(join(top, "shared.env"), "FROM=shared");
    await symlink(join(top, "shared.env"), join(top, "services", ".env"));
    assert.deepEqual(await nearestEnvironmentFile(file, top), { name: "services/.env", text: "FROM=shared" });
  });

  it("is refused where it, or a folder on the way, leads out of the workspace", async () => {
    await symlink(join(root, ".env"), join(top, "services", ".env"));
    const refused = "it leads out of the workspace";
    assert.deepEqual(await nearestEnvironmentFile(file, top), { name: "services/.env", refused });

    await mkdir(join(root, "elsewhere"));
    await writeFile(join(root, "elsewhere", ".env"), "FROM=elsewhere");
    await symlink(join(root, "elsewhere"), join(top, "linked"));
    assert.deepEqual(await nearestEnvironmentFile(join(top, "linked", "task-definition.json"), top), {
      name: "linked/.env",
      refused,
    });
  });

  it("is refused where it leads to nothing, is no file or is too large", async () => {
    await symlink(join(top, "nowhere"), join(top, "services", "orders", ".env"));
    assert.deepEqual(await nearestEnvironmentFile(file, top), {
      name: "services/orders/.env",
      refused: "it leads to nothing",
    });
    await rm(join(top, "services", "orders", ".env"));
    await mkdir(join(top, "services", ".env"));
    assert.deepEqual(await nearestEnvironmentFile(file, top), {
      name: "services/.env",
      refused: "it is no file",
    });
    await rm(join(top, "services", ".env"), { recursive: true });
    await writeFile(join(top, ".env"), "A=".padEnd(300_000, "x"));
    assert.deepEqual(await nearestEnvironmentFile(file, top), {
      name: ".env",
      refused: "it is larger than 256 KiB",
    });
  });

  it("is found in a workspace that is itself behind a link", async () => {
    await writeFile(join(top, ".env"), "FROM=top");
    await symlink(top, join(root, "link"));
    const linked = join(root, "link", "services", "orders", "task-definition.json");
    assert.deepEqual(await nearestEnvironmentFile(linked, join(root, "link")), {
      name: ".env",
      text: "FROM=top",
    });
  });
});
