import assert from "node:assert/strict";
import { ecrImage, imageProblem, parseImageReference, type ImageReference } from "../../shared/src/image.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("parseImageReference", () => {
  const parsed: Record<string, ImageReference> = {
    nginx: { repository: "nginx" },
    "nginx:1.27": { repository: "nginx", tag: "1.27" },
    "library/nginx": { repository: "library/nginx" },
    "localhost/nginx:1": { registry: "localhost", repository: "nginx", tag: "1" },
    "localhost:5000/nginx": { registry: "localhost:5000", repository: "nginx" },
    "public.ecr.aws/nginx/nginx:1.27": { registry: "public.ecr.aws", repository: "nginx/nginx", tag: "1.27" },
    [`nginx@${digest}`]: { repository: "nginx", digest },
    [`ghcr.io/shop/web:2@${digest}`]: { registry: "ghcr.io", repository: "shop/web", tag: "2", digest },
    "nginx:": { repository: "nginx", tag: "" },
    "": { repository: "" },
  };
  for (const [text, expected] of Object.entries(parsed)) {
    it(`takes "${text}" apart`, () => assert.deepEqual(parseImageReference(text), expected));
  }

  it("tells the account, region and partition of private repositories of Amazon ECR", () => {
    const ecrOf = (host: string) => parseImageReference(`${host}/shop/web:2`).ecr;
    assert.deepEqual(ecrOf("123456789012.dkr.ecr.eu-west-1.amazonaws.com"), {
      account: "123456789012",
      region: "eu-west-1",
      partition: "aws",
    });
    assert.deepEqual(ecrOf("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn"), {
      account: "123456789012",
      region: "cn-north-1",
      partition: "aws-cn",
    });
    assert.equal(ecrOf("123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com")?.partition, "aws-us-gov");
    assert.equal(ecrOf("123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu")?.partition, "aws-eusc");
    assert.equal(ecrOf("123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov")?.partition, "aws-iso");
    assert.equal(ecrOf("123456789012.dkr.ecr.us-isob-east-1.sc2s.sgov.gov")?.partition, "aws-iso-b");
    assert.equal(ecrOf("123456789012.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk")?.partition, "aws-iso-e");
    assert.equal(ecrOf("123456789012.dkr.ecr.us-isof-south-1.csp.hci.ic.gov")?.partition, "aws-iso-f");
    assert.equal(ecrOf("123456789012.dkr-ecr.eu-west-1.on.aws")?.region, "eu-west-1");
  });

  it("takes no other registry for Amazon ECR", () => {
    for (const host of [
      "public.ecr.aws",
      "12345.dkr.ecr.eu-west-1.amazonaws.com",
      "123456789012.dkr.ecr.eu-west-1.example.com",
      "x123456789012.dkr.ecr.eu-west-1.amazonaws.com",
    ]) {
      assert.equal(parseImageReference(`${host}/web`).ecr, undefined, host);
    }
  });
});

describe("ecrImage", () => {
  const uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web";

  it("gives what the API of Amazon ECR takes", () => {
    assert.deepEqual(ecrImage(`${uri}:1.0`), {
      uri,
      account: "123456789012",
      region: "eu-west-1",
      partition: "aws",
      repository: "shop/web",
      id: { imageTag: "1.0" },
    });
    assert.deepEqual(ecrImage(uri)?.id, { imageTag: "latest" });
    assert.deepEqual(ecrImage(`${uri}:1.0@sha256:00`)?.id, { imageDigest: "sha256:00" });
  });

  it("knows no other registry", () => {
    assert.equal(ecrImage("public.ecr.aws/nginx/nginx:1"), undefined);
    assert.equal(ecrImage("123456789012.dkr.ecr.eu-west-1.example.com/web"), undefined);
    assert.equal(ecrImage("123456789012.dkr.ecr.eu-west-1.amazonaws.com/"), undefined);
  });
});

describe("imageProblem", () => {
  for (const text of [
    "nginx",
    "nginx:1.27",
    "localhost:5000/shop/web:V_1.2-3",
    "Registry.example.com/web",
    `nginx:1@${digest}`,
    `nginx:${"x".repeat(128)}`,
  ]) {
    it(`finds nothing wrong with "${text.slice(0, 40)}"`, () => assert.equal(imageProblem(text), undefined));
  }

  const problems: Record<string, string> = {
    "nginx latest": "it holds white space",
    "HTTP://example.com/web": 'an image has no "HTTP://" in front',
    "Shop/web": "the path of a repository is in lower case",
    "nginx:1:2": "it has more than one tag",
    "nginx:": "no tag follows the colon",
    "nginx:.1": '".1" cannot be a tag',
    [`nginx:${"x".repeat(129)}`]: `"${"x".repeat(129)}" cannot be a tag`,
    [`nginx@${digest}0`]: "a sha256 digest has 64 hexadecimal digits",
    [`nginx@${digest.replaceAll("abcdef", "ABCDEF")}`]: "a sha256 digest has 64 hexadecimal digits",
    "nginx@latest": '"latest" is not a digest such as sha256:…',
  };
  for (const [text, problem] of Object.entries(problems)) {
    it(`says of "${text.slice(0, 40)}" that ${problem.slice(0, 60)}`, () =>
      assert.equal(imageProblem(text), problem));
  }
});
