import assert from "node:assert/strict";
import { alike, mostAlike } from "../../shared/src/alike.ts";

describe("The name that is most alike", () => {
  it("is within two edits, ignoring case", () => {
    assert.equal(mostAlike("contianer", ["containers", "container", "cpu"]), "container");
    assert.equal(mostAlike("FARGTE", ["EC2", "FARGATE"]), "FARGATE");
    assert.equal(mostAlike("fargate", ["FARGATE"]), "FARGATE");
  });

  it("is none where half the letters or more than two differ", () => {
    assert.equal(mostAlike("cpu", ["gpus"]), undefined);
    assert.equal(mostAlike("orders-web-live", ["orders-web-staging"]), undefined);
    assert.equal(mostAlike("x", ["y"]), undefined);
    assert.equal(mostAlike("x", []), undefined);
  });
});

describe("Names that are alike", () => {
  it("begin with those within two edits, short ones too", () => {
    assert.deepEqual(alike("wbex", ["worker", "web", "wbx"], 3), ["wbx", "web"]);
  });

  it("go on with those that share pairs of letters", () => {
    const names = ["payments", "orders-web-staging", "orders-web-love"];
    assert.deepEqual(alike("orders-web-live", names, 3), ["orders-web-love", "orders-web-staging"]);
    assert.deepEqual(alike("orders-web-live", names, 1), ["orders-web-love"]);
  });
});
