/** How long the stages of a task's life take, in simulated seconds. */
export interface Pace {
  /** The service scheduler looks at a changed service after this time. */
  readonly scheduler: number;
  /** Attaching the network interface. */
  readonly provisioning: number;
  /** Pulling images and starting containers. */
  readonly pending: number;
  /** Registering with the load balancer. */
  readonly activating: number;
  /** From RUNNING to the first verdict of the health check. */
  readonly healthCheck: number;
  /** Deregistering from the load balancer. */
  readonly deactivating: number;
  /** From SIGTERM to the end of all containers. */
  readonly stopping: number;
  /** Detaching the network interface. */
  readonly deprovisioning: number;
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
};
