import type { ECRClient, Image } from "@aws-sdk/client-ecr";
import type { AccountFinding } from "../../model/accountFinding.ts";
import { ecrImage, type EcrImage } from "../../../../shared/src/image.ts";
import { platformWords, readManifest, wantedPlatform, type Platform } from "../../model/imagePlatforms.ts";
import { byText, valuesAt, type InputValue } from "../../model/inputValues.ts";
import { lookUp } from "../lookups/index.ts";
import { atEach, checked, joined, proposals, replacement, type Check, type VerifyContext } from "./check.ts";

/** How many of a repository's newest images are proposed. */
const proposed = 3;

/**
 * Images of Amazon ECR exist, and were built for the platform of the task definition. Other registries are
 * not asked.
 */
export const images: Check = async (context) => {
  const values = valuesAt(context.input, "containerDefinitions/*/image").filter(({ value }) =>
    ecrImage(value),
  );
  const repositories = byText(values, (value) => ecrImage(value)!.uri);
  return joined(
    [...repositories].map(([uri, places]) =>
      checked(places, `images of ${uri}`, () => checkRepository(context, ecrImage(uri)!, places)),
    ),
  );
};

async function checkRepository(
  context: VerifyContext,
  repository: EcrImage,
  places: readonly InputValue[],
): Promise<readonly AccountFinding[]> {
  const { ECRClient } = await import("@aws-sdk/client-ecr");
  const client = context.clients.of(ECRClient, "ECR", { region: repository.region });
  const found = await findImages(context, client, repository, places);
  if (!found)
    return atEach(
      places,
      "account-image",
      `There is no repository ${repository.repository} in account ${repository.account}, ${repository.region}.`,
      await proposals(context, "repository", repository.uri),
    );
  const perImage = [...byText(places)].map(([image, each]) =>
    checkImage(context, client, repository, { image, found: imageOf(found, ecrImage(image)!), places: each }),
  );
  return (await Promise.all(perImage)).flat();
}

interface Asked {
  readonly image: string;
  readonly found: Image | undefined;
  readonly places: readonly InputValue[];
}

async function checkImage(
  context: VerifyContext,
  client: ECRClient,
  { repository, uri }: EcrImage,
  { image, found, places }: Asked,
): Promise<readonly AccountFinding[]> {
  if (!found)
    return atEach(
      places,
      "account-image",
      `The repository ${repository} has no image ${image.slice(uri.length).replace(/^[:@]/, "") || "latest"}.`,
      await newest(context, uri),
    );
  const wanted = wantedPlatform(context.input as Parameters<typeof wantedPlatform>[0]);
  if (!wanted) return [];
  const { findings } = await checked(places, `for which platform ${image} was built`, async () => {
    const platforms = await platformsOf(context, client, found);
    const isFor =
      platforms.length === 0 ||
      platforms.some(({ os, architecture }) => os === wanted.os && architecture === wanted.architecture);
    return isFor
      ? []
      : atEach(
          places,
          "account-image-platform",
          `The image is built for ${platforms.map(platformWords).join(" and ")}, but the task definition runs on ${platformWords(wanted)}. Its containers would not start.`,
        );
  });
  return findings;
}

/** All images of a repository that are asked for, by one call; undefined where there is no repository. */
async function findImages(
  { calls, signal }: VerifyContext,
  client: ECRClient,
  { account, repository }: EcrImage,
  places: readonly InputValue[],
): Promise<readonly Image[] | undefined> {
  const { BatchGetImageCommand } = await import("@aws-sdk/client-ecr");
  const imageIds = [...byText(places).keys()].map((image) => ecrImage(image)!.id);
  const input = {
    registryId: account,
    repositoryName: repository,
    imageIds,
    acceptedMediaTypes: manifestTypes,
  };
  return calls
    .read(
      "BatchGetImage",
      input,
      (abortSignal) => client.send(new BatchGetImageCommand(input), { abortSignal }),
      signal,
    )
    .then(({ images: found = [] }) => found)
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === "RepositoryNotFoundException") return undefined;
      throw error;
    });
}

/** Without this, ECR answers with the image of one platform instead of the list. */
const manifestTypes = [
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
];

const imageOf = (found: readonly Image[], { id }: EcrImage): Image | undefined =>
  found.find(({ imageId }) =>
    "imageTag" in id ? imageId?.imageTag === id.imageTag : imageId?.imageDigest === id.imageDigest,
  );

async function platformsOf(
  context: VerifyContext,
  client: ECRClient,
  { imageManifest = "{}", registryId, repositoryName }: Image,
): Promise<readonly Platform[]> {
  const content = readManifest(imageManifest);
  if ("platforms" in content) return content.platforms;
  const { GetDownloadUrlForLayerCommand } = await import("@aws-sdk/client-ecr");
  const input = { registryId, repositoryName, layerDigest: content.config };
  const { downloadUrl = "" } = await context.calls.read(
    "GetDownloadUrlForLayer",
    input,
    (abortSignal) => client.send(new GetDownloadUrlForLayerCommand(input), { abortSignal }),
    context.signal,
  );
  const response = await fetch(downloadUrl, { signal: context.signal });
  if (!response.ok)
    throw new Error(`the image's configuration could not be read: ${response.status} ${response.statusText}`);
  const { os = "linux", architecture = "amd64" } = (await response.json()) as Partial<Platform>;
  return [{ os, architecture }];
}

async function newest(context: VerifyContext, uri: string): Promise<ReturnType<typeof replacement>[]> {
  const { values } = await lookUp({ kind: "image-tag", scope: uri }, context);
  return values.slice(0, proposed).map(({ value }) => replacement(value));
}
