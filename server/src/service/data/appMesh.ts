/**
 * What the App Mesh proxy must be told, with the values of AWS's own examples.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html
 */
export const requiredProxyProperties: Readonly<Record<string, string>> = {
  ProxyIngressPort: "15000",
  ProxyEgressPort: "15001",
  AppPorts: "8080",
  EgressIgnoredIPs: "169.254.170.2,169.254.169.254",
};

/** The user as whom the proxy of AWS's examples runs. */
export const proxyUser = "1337";

/** When support ends. https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html */
export const appMeshEnd = "2026-09-30";
