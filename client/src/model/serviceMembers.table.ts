/** What becomes of a member when a file is deployed to a service that exists. */
type Sending =
  /** UpdateService gets the file's value, which replaces the one that is live. */
  | "whole"
  /** UpdateService gets the file's parts together with the parts that are live and the file does not name. */
  | "merged"
  /** Only CreateService takes it. */
  | "immutable"
  /** It says which service or which call is meant. */
  | "name"
  /** Calls of their own change it. */
  | "tags";

/** Where ECS tells what is live. */
type Living = "service" | "deployment" | "revision" | "nowhere";

export interface ServiceMember {
  readonly sent: Sending;
  readonly live: Living;
}

const whole = (live: Living): ServiceMember => ({ sent: "whole", live });
const merged = (live: Living): ServiceMember => ({ sent: "merged", live });
const immutable = (live: Living): ServiceMember => ({ sent: "immutable", live });
const name: ServiceMember = { sent: "name", live: "nowhere" };

/** Every member of CreateService and UpdateService. A test compares them with the SDK, so that a new one is noticed. */
export const serviceMembers: Readonly<Record<string, ServiceMember>> = {
  cluster: name,
  serviceName: name,
  service: name,
  clientToken: name,
  forceNewDeployment: name,
  tags: { sent: "tags", live: "service" },

  launchType: immutable("service"),
  schedulingStrategy: immutable("service"),
  // ECS tells another role than the one that was given, the service-linked one.
  role: immutable("nowhere"),

  availabilityZoneRebalancing: whole("service"),
  capacityProviderStrategy: whole("service"),
  deploymentConfiguration: merged("service"),
  deploymentController: whole("service"),
  desiredCount: whole("service"),
  enableECSManagedTags: whole("service"),
  enableExecuteCommand: whole("service"),
  healthCheckGracePeriodSeconds: whole("service"),
  loadBalancers: whole("service"),
  networkConfiguration: merged("service"),
  placementConstraints: whole("service"),
  placementStrategy: whole("service"),
  platformVersion: whole("service"),
  propagateTags: whole("service"),
  serviceRegistries: whole("service"),
  taskDefinition: whole("service"),

  serviceConnectConfiguration: merged("deployment"),
  volumeConfigurations: whole("deployment"),
  vpcLatticeConfigurations: whole("deployment"),

  gatewayConnectors: whole("revision"),
  monitoring: merged("revision"),
};

/** The structures inside of merged members: whether they are merged in turn. */
export const serviceParts: Readonly<Record<string, "whole" | "merged">> = {
  "networkConfiguration.awsvpcConfiguration": "merged",
  "deploymentConfiguration.deploymentCircuitBreaker": "merged",
  // Its two members mean something only together.
  "deploymentConfiguration.deploymentCircuitBreaker.thresholdConfiguration": "whole",
  "deploymentConfiguration.alarms": "merged",
  "deploymentConfiguration.linearConfiguration": "merged",
  "deploymentConfiguration.canaryConfiguration": "merged",
  "deploymentConfiguration.earlySuccessCriteria": "merged",
  // A log driver's options are no options of another.
  "serviceConnectConfiguration.logConfiguration": "whole",
  "serviceConnectConfiguration.accessLogConfiguration": "merged",
};
