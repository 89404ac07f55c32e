import { loadSharedConfigFiles } from "@smithy/shared-ini-file-loader";

/** The endpoint that a profile sets for a service (by the SDK's service id: `ECS`, `CloudWatch Logs`), if it sets one. */
export type ConfiguredEndpoint = (serviceId: string) => string | undefined;

/**
 * Reads `endpoint_url` of a profile and of its `services` section. The SDK reads them for the profile named by
 * `AWS_PROFILE` only (getEndpointFromConfig knows no other), while each connection has a profile of its own.
 * Where the environment names an endpoint or says to ignore those in files, this gives none and the SDK decides.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export async function readEndpoints(profile: string | undefined, environment = process.env): Promise<ConfiguredEndpoint> {
  if (profile === undefined || environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] === "true") return () => undefined;
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const settings = { ...credentialsFile[profile], ...configFile[profile] };
  if (settings["ignore_configured_endpoint_urls"] === "true") return () => undefined;
  const services = configFile[`services.${settings["services"] ?? ""}`] ?? {};
  return (serviceId) => {
    const key = serviceId.replaceAll(" ", "_");
    if (environment["AWS_ENDPOINT_URL"] ?? environment[`AWS_ENDPOINT_URL_${key.toUpperCase()}`]) return undefined;
    return services[`${key.toLowerCase()}.endpoint_url`] ?? settings["endpoint_url"];
  };
}
