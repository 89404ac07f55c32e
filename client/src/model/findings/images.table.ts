import { guide, type Explanation } from "./explanation.ts";

const link = guide("task_cannot_pull_image");

/** Why an image could not be pulled. */
export const imageExplanations: readonly Explanation[] = [
  {
    id: "image-denied",
    says: /CannotPull\w{0,40}Error/i,
    andSays: [
      /(?:\bdenied\b|unauthorized|no basic auth credentials|not authorized|permissions? to pull|registry credentials|40[13] (?:Forbidden|Unauthorized))/i,
    ],
    means: "The registry does not let the task pull the image.",
    todo: "The execution role needs ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer, and the repository's policy must allow the account. A private registry needs repositoryCredentials. Registries answer this also for a repository that does not exist, so check its name.",
    link,
  },
  {
    id: "image-not-found",
    says: /CannotPull(?:Container|ECRContainer|Image\w{0,40})Error/i,
    andSays: [/(?:not found|manifest unknown|no such manifest|does not exist|name unknown)/i],
    means: "The image or its tag is not in the registry.",
    todo: "Check repository and tag in the task definition, and whether the build has pushed the image to this region's registry.",
    link,
  },
  {
    id: "image-platform",
    says: /(?:does not contain descriptor matching platform|no matching manifest|image operating system \S+ cannot be used|exec format error)/i,
    means: "The image was built for another CPU architecture or operating system than the task runs on.",
    todo: "Build the image for the task's platform, for example with “docker buildx build --platform linux/amd64”, or set runtimePlatform.cpuArchitecture to what the image has.",
    link,
  },
  {
    id: "image-pull-rate",
    says: /(?:toomanyrequests|429 Too Many Requests|pull rate limit)/i,
    means: "The registry limits how often images are pulled.",
    todo: "Copy the image to Amazon ECR, use an ECR pull-through cache, or log in to the registry with repositoryCredentials.",
    link,
  },
  {
    id: "image-unreachable",
    says: /CannotPull\w{0,40}Error/i,
    andSays: [
      /(?:i\/o timeout|request canceled|context (?:deadline exceeded|canceled)|connection issue|TLS handshake timeout|no such host|connection refused|Client\.Timeout|dial tcp)/i,
    ],
    means: "The registry cannot be reached from the task's subnets.",
    todo: "Give the tasks a way out: a NAT gateway, assignPublicIp ENABLED in a public subnet, or VPC endpoints for ecr.api, ecr.dkr and S3. Check that the security group lets HTTPS out.",
    link,
  },
  {
    id: "image-no-space",
    says: /(?:CannotPull\w{0,40}Error|CannotCreateContainerError)/i,
    andSays: [/(?:no space left on device|free data blocks)/i],
    means: "There is no room for the image on the disk.",
    todo: "On Fargate raise ephemeralStorage.sizeInGiB; on EC2 clean up old images or enlarge the volume. Smaller images help everywhere.",
    link,
  },
  {
    id: "image-name",
    says: /CannotPull\w{0,40}Error/i,
    andSays: [/invalid reference format/i],
    means: "The image's name is not written as names of images are.",
    todo: "Compare the container's image with registry/repository:tag: lower case, no spaces, no https://, no placeholder that was left unfilled.",
    link,
  },
  {
    id: "image-pull",
    says: /CannotPull\w{0,40}Error/,
    means: "The image could not be pulled.",
    todo: "The message tells why: check the image's name, the execution role, and the way from the subnets to the registry.",
    link,
  },
];
