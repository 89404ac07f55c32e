/** How it is known that AWS refuses something, or that it keeps a task from starting. */
export type Evidence = "answer" | "documentation" | "tools";

/**
 * How the rules that report errors are known, for their pages. A rule that is not here is known as its page
 * says.
 * - `answer`: AWS was seen to refuse it, in a published test or in what users report word for word
 * - `documentation`: the documentation, or the model of the API, says it
 * - `tools`: the source of the container agent, or of a tool of AWS, refuses it
 */
const ids: Readonly<Record<Evidence, string>> = {
  answer: [
    "arm64-windows awslogs-group-required awslogs-prefix-fargate awslogs-unknown-option capacity-",
    "provider-multiple-base capacity-provider-zero-weight code-deploy-needs-load-balancer container-",
    "cpu-over-task container-definitions-required container-image-length container-image-required",
    "container-memory-below-reservation container-memory-over-task container-memory-required",
    "container-name-duplicate container-name-pattern container-name-required container-port-required",
    "daemon-az-rebalancing daemon-desired-count daemon-maximum-percent daemon-placement-strategy",
    "depends-on-complete-essential depends-on-healthy-no-check depends-on-unknown-container",
    "deployment-max-percent-range deployment-min-percent-range deployment-no-room desired-count-",
    "negative disable-networking-awsvpc dns-servers-awsvpc ebs-iops-type ebs-size-or-snapshot ebs-",
    "throughput efs-access-point-root-directory efs-iam-encryption efs-port-encryption env-file-arn",
    "env-files-max env-name-required env-secret-same-name ephemeral-storage-not-fargate ephemeral-",
    "storage-range essential-container-required execution-role-missing-awslogs-fargate execution-",
    "role-missing-ecr-fargate execution-role-missing-secrets extra-hosts-awsvpc family-pattern",
    "fargate-capabilities-add fargate-cpu-memory-combination fargate-cpu-memory-required fargate-cpu-",
    "value fargate-devices fargate-docker-security-options fargate-docker-volume fargate-gpu fargate-",
    "host-source-path fargate-ipc-mode fargate-log-driver fargate-max-swap fargate-network-mode",
    "fargate-pid-mode fargate-placement-constraints fargate-privileged fargate-shared-memory-size",
    "fargate-windows-size firelens-router-missing health-interval health-retries health-start-period",
    "health-timeout host-port-awsvpc host-port-duplicate host-port-host-mode hostname-awsvpc",
    "inference-accelerators-removed launch-type-and-capacity-provider launch-type-compatibility",
    "launch-type-fargate-unfit lb-classic-fargate lb-required-fields lb-target-exclusive lb-target-",
    "group-arn links-awsvpc links-cycle mount-point-unknown-volume network-configuration-fargate",
    "network-configuration-not-allowed network-configuration-required platform-version-needs-fargate",
    "port-name-duplicate port-range-format port-range-overlap port-range-with-port proxy-container-",
    "unknown proxy-needs-awsvpc proxy-required-properties restart-policy-period role-arn-format run-",
    "task-awsvpc run-task-overrides-size secret-duplicate-name secret-secretsmanager-arn-parts",
    "secret-ssm-name-characters service-connect-alias-dns service-connect-alias-max service-external-",
    "with-load-balancers service-external-with-task-definition service-name-pattern service-registry-",
    "max service-role-with-awsvpc service-role-without-lb svc-distinct-instance-expression svc-",
    "placement-binpack-field svc-placement-constraints-fargate svc-placement-random-field svc-",
    "placement-strategy-max task-definition-too-large taskset-lb-container taskset-platform-version-",
    "ec2 too-many-containers ulimit-soft-over-hard volume-configured-at-launch-unmounted volume-",
    "configured-at-launch-with-config volume-name-pattern volumes-from-unknown wrong-type-integer",
    "wrong-type-string-value",
  ].join(" "),
  documentation: [
    "app-protocol-case assign-public-ip-value awslogs-create-group-value bake-time-range canary-",
    "config-strategy canary-percent capacity-provider-base capacity-provider-case capacity-provider-",
    "max capacity-provider-required capacity-provider-weight circuit-breaker-required circuit-",
    "breaker-threshold client-token container-cpu-negative credential-specs-one credential-specs-",
    "prefix depends-on-condition deployment-alarms-required deployment-controller-type deployment-",
    "strategy-controller device-host-path-required device-permissions docker-volume-scope early-",
    "success-criteria ebs-filesystem ebs-iops-required ebs-size-range efs-file-system-id enum-value",
    "env-entry-shape env-file-required express-image-required express-infrastructure-role express-",
    "task-definition-exclusive extra-hosts-shape family-required fargate-start-stop-timeout firelens-",
    "type fsx-required gateway-connector-max grace-period-range health-command-required ipc-mode-enum",
    "lattice-required lifecycle-hook-arn lifecycle-hook-pause-stage lifecycle-hook-required",
    "lifecycle-hook-timeout linear-config-strategy linear-step-percent log-driver-required log-mode-",
    "value managed-instances-network-mode max-swap-negative monitoring-metric-config network-",
    "configuration-shape network-ids-swapped network-mode-enum network-security-groups-max network-",
    "subnets-max network-subnets-required pid-mode-enum port-name-pattern port-range port-range-count",
    "port-range-network-mode repository-credentials-required required-property resource-requirement-",
    "type resource-requirement-value restart-policy-enabled-required restart-policy-exit-codes run-",
    "task-count runtime-os-family s3files-access-point-root s3files-arn-required s3files-needs-task-",
    "role scheduling-strategy-daemon-controller scheduling-strategy-daemon-fargate secret-arn-service",
    "secret-name-required secret-option-required secret-value-instead-of-valuefrom service-connect-",
    "access-log service-connect-alias-port service-connect-discovery-duplicate service-connect-",
    "discovery-name service-connect-enabled-required service-connect-ingress-port service-connect-",
    "port-name-required service-connect-test-rules service-connect-timeouts service-connect-tls",
    "service-registry-pair service-registry-port-both svc-placement-constraint-type svc-placement-",
    "constraints-max svc-placement-strategy-type swappiness-range sysctl-host-ipc sysctl-host-network",
    "tag-aws-prefix tag-characters tag-key-required tag-key-unique tag-shape-map tag-value-length",
    "tags-max-50 task-cpu-spelling task-memory-spelling taskset-scale td-placement-expression td-",
    "placement-max td-placement-type tmpfs-required ulimit-name ulimit-required version-consistency",
    "volume-config-daemon volume-config-max volume-config-required volume-configured-at-launch-",
    "multiple volume-one-type wrong-type-list wrong-type-object",
  ].join(" "),
  tools: [
    "depends-on-cycle depends-on-self external-network-mode firelens-config-pair firelens-",
    "config-s3-arn firelens-config-type links-format svc-member-of-expression wrong-type-boolean",
    "wrong-type-string-list wrong-type-task-cpu-memory",
  ].join(" "),
};

export const evidence: ReadonlyMap<string, Evidence> = new Map(
  (Object.keys(ids) as Evidence[]).flatMap((kind) => ids[kind].split(" ").map((id) => [id, kind] as const)),
);
