/** An output of Fluent Bit to which FireLens sends logs. */
export interface FirelensOutput {
  /** What it is, in a few words. */
  readonly summary: string;
  /** Its options, those without which it does nothing first. */
  readonly options: Readonly<Record<string, string>>;
}

const onAws = {
  role_arn: "ARN of a role to assume; without it the task role writes.",
  endpoint: "Another endpoint than that of the region.",
  retry_limit: "How often a chunk that failed is sent again.",
} as const;

const search = {
  Host: "Host name of the domain, without `https://`.",
  Port: "`443` on AWS.",
  Index: "Name of the index.",
  tls: "`On`: over TLS, as domains on AWS want it.",
  AWS_Auth: "`On`: requests are signed with the task role.",
  AWS_Region: "Region of the domain.",
  Logstash_Format: "`On`: one index a day.",
  Suppress_Type_Name: "`On`: without types, which newer versions refuse.",
  HTTP_User: "User, where requests are not signed.",
  Retry_Limit: "How often a chunk that failed is sent again.",
} as const;

/** By the value of the option `Name`. https://docs.fluentbit.io/manual/pipeline/outputs */
export const firelensOutputs: ReadonlyMap<string, FirelensOutput> = new Map(
  Object.entries({
    cloudwatch_logs: {
      summary: "Amazon CloudWatch Logs",
      options: {
        region: "Region of the log group.",
        log_group_name: "Name of the log group.",
        log_stream_prefix: "What names of streams begin with; the tag of the container follows.",
        log_stream_name: "Name of one stream for all, instead of a prefix.",
        auto_create_group: "`true`: creates the log group, for which the task role needs the right.",
        log_key: "Member of a record that alone is written, such as `log`.",
        log_retention_days: "Days for which a new log group keeps its events.",
        log_format: "`json/emf` for metrics embedded in logs.",
        ...onAws,
      },
    },
    s3: {
      summary: "Amazon S3",
      options: {
        bucket: "Name of the bucket.",
        region: "Region of the bucket.",
        total_file_size: "Size of an object, such as `50M`.",
        upload_timeout: "Time after which an object is written whatever its size, such as `10m`.",
        s3_key_format: "Form of the keys, such as `/$TAG/%Y/%m/%d/%H/%M/%S`.",
        use_put_object: "`On`: one request for each object, instead of several parts.",
        compression: "`gzip`, with `use_put_object`.",
        content_type: "Content type of the objects.",
        ...onAws,
      },
    },
    kinesis_firehose: {
      summary: "Amazon Data Firehose",
      options: {
        region: "Region of the delivery stream.",
        delivery_stream: "Name of the delivery stream.",
        time_key: "Member that gets the time of the record.",
        time_key_format: "Form of that time.",
        log_key: "Member of a record that alone is sent, such as `log`.",
        ...onAws,
      },
    },
    kinesis_streams: {
      summary: "Amazon Kinesis Data Streams",
      options: {
        region: "Region of the stream.",
        stream: "Name of the stream.",
        time_key: "Member that gets the time of the record.",
        time_key_format: "Form of that time.",
        log_key: "Member of a record that alone is sent, such as `log`.",
        ...onAws,
      },
    },
    datadog: {
      summary: "Datadog",
      options: {
        Host: "Where logs go in, such as `http-intake.logs.datadoghq.eu`.",
        TLS: "`on`: over TLS.",
        apikey: "API key. It is a secret: better in `secretOptions`.",
        dd_service: "Service of the logs.",
        dd_source: "Source of the logs, which chooses a pipeline.",
        dd_tags: "Tags, such as `env:live,team:shop`.",
        compress: "`gzip`.",
        provider: "`ecs`: adds what ECS knows of the task.",
      },
    },
    splunk: {
      summary: "Splunk",
      options: {
        host: "Host of the HTTP Event Collector.",
        port: "`8088` by default.",
        splunk_token: "Token of the HTTP Event Collector. It is a secret: better in `secretOptions`.",
        tls: "`On`: over TLS.",
        "tls.verify": "`Off`: the server's certificate is not checked.",
        splunk_send_raw: "`On`: the record is sent as it is.",
        event_index: "Index that receives the events.",
        event_source: "Source of the events.",
        event_sourcetype: "Type of the source.",
      },
    },
    nrlogs: {
      summary: "New Relic",
      options: {
        license_key: "Licence key. It is a secret: better in `secretOptions`.",
        base_uri: "Another region, such as `https://log-api.eu.newrelic.com/log/v1`.",
        compress: "`gzip`, by default.",
      },
    },
    es: { summary: "Elasticsearch", options: search },
    opensearch: { summary: "Amazon OpenSearch Service", options: search },
    null: { summary: "nowhere", options: {} },
  }),
);
