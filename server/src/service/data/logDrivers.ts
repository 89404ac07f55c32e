/**
 * Options of Docker's log drivers, which ECS hands on to them, and what each is for.
 * https://docs.docker.com/engine/logging/configure/
 */
const labelling = {
  tag: "How the container is named in each message.",
  labels: "Labels of the container that go into each message, separated by commas.",
  env: "Environment variables that go into each message, separated by commas.",
} as const;

/** By driver; `awslogs` has its options in the schema, `awsfirelens` those of its output. */
export const logDriverOptions: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries({
    fluentd: {
      "fluentd-address": "Where Fluentd listens: `host:port`; `localhost:24224` by default.",
      "fluentd-async": "`true`: the container starts although Fluentd cannot be reached.",
      "fluentd-buffer-limit": "How many messages wait in memory for Fluentd.",
      "fluentd-retry-wait": "How long to wait before trying again, such as `1s`.",
      "fluentd-max-retries": "How often it is tried again.",
      "fluentd-sub-second-precision": "`true`: times have nanoseconds.",
      "fluentd-write-timeout": "How long a write may take, such as `5s`.",
      ...labelling,
    },
    gelf: {
      "gelf-address": "Where Graylog or Logstash listens: `udp://host:port` or `tcp://host:port`.",
      "gelf-compression-type": "How messages over UDP are compressed.",
      "gelf-compression-level": "-1 to 9.",
      "gelf-tcp-max-reconnect": "How often to connect again over TCP.",
      "gelf-tcp-reconnect-delay": "Seconds between two attempts to connect over TCP.",
      ...labelling,
    },
    journald: labelling,
    "json-file": {
      "max-size": "Size at which a new file begins, such as `10m`.",
      "max-file": "How many files are kept.",
      compress: "`true`: files that are complete are compressed.",
      ...labelling,
    },
    splunk: {
      "splunk-url": "Address of Splunk's HTTP Event Collector, such as `https://splunk.example.com:8088`.",
      "splunk-token": "Token of the HTTP Event Collector. It is a secret: better in `secretOptions`.",
      "splunk-source": "Source of the events.",
      "splunk-sourcetype": "Type of the source.",
      "splunk-index": "Index that receives the events.",
      "splunk-capath": "Path of a root certificate.",
      "splunk-caname": "Name by which the server's certificate is checked.",
      "splunk-insecureskipverify": "`true`: the server's certificate is not checked.",
      "splunk-format": "Form of a message.",
      "splunk-verify-connection": "`false`: the container starts although Splunk cannot be reached.",
      "splunk-gzip": "`true`: events are compressed.",
      "splunk-gzip-level": "-1 to 9.",
      ...labelling,
    },
    syslog: {
      "syslog-address":
        "Where the syslog server listens: `tcp://host:port`, `udp://host:port`, `tcp+tls://host:port`.",
      "syslog-facility": "Facility of the messages, such as `daemon`.",
      "syslog-format": "Form of a message.",
      "syslog-tls-ca-cert": "Path of the certificate of the authority.",
      "syslog-tls-cert": "Path of the client's certificate.",
      "syslog-tls-key": "Path of the client's key.",
      "syslog-tls-skip-verify": "`true`: the server's certificate is not checked.",
      ...labelling,
    },
  }),
);

/** What options with a closed list can be. */
export const logOptionValues: Readonly<Record<string, readonly string[]>> = {
  compress: ["true", "false"],
  "fluentd-async": ["true", "false"],
  "fluentd-sub-second-precision": ["true", "false"],
  "gelf-compression-type": ["gzip", "zlib", "none"],
  "splunk-format": ["inline", "json", "raw"],
  "splunk-gzip": ["true", "false"],
  "splunk-insecureskipverify": ["false", "true"],
  "splunk-verify-connection": ["true", "false"],
  "syslog-format": ["rfc5424", "rfc5424micro", "rfc3164"],
  "syslog-tls-skip-verify": ["false", "true"],
};
