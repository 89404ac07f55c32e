/**
 * Hosts of registries from which everyone can pull.
 * https://docs.docker.com/docker-hub/ https://docs.aws.amazon.com/AmazonECR/latest/public/public-registries.html
 */
export const publicRegistries: readonly string[] = [
  "docker.io",
  "index.docker.io",
  "registry-1.docker.io",
  "public.ecr.aws",
  "ghcr.io",
  "quay.io",
  "gcr.io",
  "k8s.gcr.io",
  "registry.k8s.io",
  "mcr.microsoft.com",
  "registry.gitlab.com",
];
