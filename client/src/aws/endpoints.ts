import { loadSharedConfigFiles } from "@smithy/shared-ini-file-loader";

/** The endpoint that is set for a service (by the SDK's service id: `ECS`, `CloudWatch Logs`), if one is. */
export type ConfiguredEndpoint = (serviceId: string) => string | undefined;

/**
 * Reads what the environment, a profile (undefined: the one that the environment names) and its `services`
 * section set. The SDK reads the profile named by `AWS_PROFILE` only (getEndpointFromConfig knows no other),
 * while each connection has a profile of its own.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export async function readEndpoints(
  profile: string | undefined,
  environment = process.env,
): Promise<ConfiguredEndpoint> {
  if (environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] === "true") return () => undefined;
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const name = profile ?? environment["AWS_PROFILE"] ?? "default";
  const settings = { ...credentialsFile[name], ...configFile[name] };
  if (settings["ignore_configured_endpoint_urls"] === "true") return () => undefined;
  const services = configFile[`services.${settings["services"] ?? ""}`] ?? {};
  return (serviceId) => {
    const key = serviceId.replaceAll(" ", "_");
    const ofEnvironment =
      environment[`AWS_ENDPOINT_URL_${key.toUpperCase()}`] || environment["AWS_ENDPOINT_URL"];
    return ofEnvironment || services[`${key.toLowerCase()}.endpoint_url`] || settings["endpoint_url"];
  };
}

/** True for an endpoint on the loopback interface, as simulators and emulators have. */
export function isOnThisMachine(endpoint: string | undefined): boolean {
  if (endpoint === undefined || !URL.canParse(endpoint)) return false;
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(endpoint).hostname);
}
