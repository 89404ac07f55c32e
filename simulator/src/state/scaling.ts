/** Service Auto Scaling of one service. */
export interface Scaling {
  /** `service/CLUSTER/SERVICE`. */
  readonly resourceId: string;
  min: number;
  max: number;
  /** The CPU utilisation, in per cent, that a target-tracking policy aims at. */
  readonly targetCpu?: number | undefined;
  suspended?:
    | {
        DynamicScalingInSuspended?: boolean;
        DynamicScalingOutSuspended?: boolean;
        ScheduledScalingSuspended?: boolean;
      }
    | undefined;
}
