/** Settings that a service revision keeps, so that changing one of them starts a deployment. */
export const revisionMembers = [
  "launchType",
  "capacityProviderStrategy",
  "platformVersion",
  "networkConfiguration",
  "loadBalancers",
  "serviceRegistries",
  "serviceConnectConfiguration",
  "volumeConfigurations",
  "vpcLatticeConfigurations",
  "gatewayConnectors",
  "monitoring",
] as const;
