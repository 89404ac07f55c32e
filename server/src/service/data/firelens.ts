/** AWS's image of Fluent Bit. https://github.com/aws/aws-for-fluent-bit */
export const logRouterImage = "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable";

/** Files that ECS writes into the log router. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html */
export const generatedConfigFiles: ReadonlySet<string> = new Set([
  "/fluent-bit/etc/fluent-bit.conf",
  "/fluentd/etc/fluent.conf",
]);

/** The largest `log-driver-buffer-limit`, bytes. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
export const maxBufferLimit = 536_870_912;

/** The options that name a configuration file, of which neither goes alone. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef-customconfig.html */
export const firelensFilePair: readonly string[] = ["config-file-type", "config-file-value"];

/** Where the log router listens for the Fluentd protocol. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-considerations.html */
export const logRouterPort = 24224;

/** The option by which an output is chosen, for each type of router. */
export const outputOption: ReadonlyMap<string, string> = new Map([
  ["fluentbit", "Name"],
  ["fluentd", "@type"],
]);

/** Variables with which AWS's init image is told where custom configuration is. */
export const initVariablePrefix = "aws_fluent_bit_init_";
