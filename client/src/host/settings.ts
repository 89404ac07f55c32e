/** Which service a file is deployed to, as the setting `taskwright.deploy` says. */
export interface DeployBinding {
  /** The end of the file's path: `services/orders/task-definition.json`. */
  readonly file: string;
  readonly cluster: string;
  readonly service: string;
  /** Absent: the current connection. */
  readonly profile?: string;
  readonly region?: string;
}

/** The user's settings as commands see them, read each time anew. */
export interface Settings {
  /** Whether the workspace is trusted. */
  isTrusted(): boolean;
  deployBindings(): readonly DeployBinding[];
  /**
   * Whether a file is held against the account before it is deployed. A workspace can turn that on, not off.
   */
  verifyBeforeDeploy(): boolean;
  /** Seconds between two looks at what a command waits for. */
  followInterval(): number;
}
