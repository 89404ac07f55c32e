import type { Operation } from "../protocol/operation.ts";
import { batchGetImage } from "./batchGetImage.ts";
import { describeImages } from "./describeImages.ts";
import { describeRepositories } from "./describeRepositories.ts";
import { getDownloadUrlForLayer } from "./getDownloadUrlForLayer.ts";
import { listImages } from "./listImages.ts";

export const ecrOperations: readonly Operation[] = [
  batchGetImage,
  describeImages,
  describeRepositories,
  getDownloadUrlForLayer,
  listImages,
];
