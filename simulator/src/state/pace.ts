/** How long things take, in simulated seconds. */
export interface Pace {
  /** The service scheduler looks at a changed service after this time. */
  readonly scheduler: number;
  /** Attaching the network interface. */
  readonly provisioning: number;
  /** Pulling images and starting containers. */
  readonly pending: number;
  /** Registering with the load balancer. */
  readonly activating: number;
  /** From RUNNING to the first verdict of health checks. */
  readonly healthCheck: number;
  /** Deregistering from the load balancer. */
  readonly deactivating: number;
  /** From SIGTERM to the end of all containers. */
  readonly stopping: number;
  /** Detaching the network interface. */
  readonly deprovisioning: number;
  /** A shift of traffic between two service revisions. */
  readonly trafficShift: number;
  /** A Lambda function that a lifecycle hook calls. */
  readonly hook: number;
  /** From the failure of a deployment to the end of its rollback, at least. */
  readonly rollback: number;
  /** How long alarms are watched after a rolling deployment. */
  readonly alarmBake: number;
}

/** About what Fargate takes for a small image. */
export const defaultPace: Pace = {
  scheduler: 1,
  provisioning: 7,
  pending: 9,
  activating: 4,
  healthCheck: 6,
  deactivating: 8,
  stopping: 4,
  deprovisioning: 6,
  trafficShift: 5,
  hook: 4,
  rollback: 60,
  alarmBake: 60,
};
