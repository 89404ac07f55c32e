import type { HealthProgram, ScaffoldQuestion } from "../../../protocol.ts";
import type { Template } from "./template.ts";

/** What the user has decided already, or what stands in the file; the rest becomes stops. */
export interface Answers {
  readonly family?: string;
  readonly image?: string;
  /** CPU units and MiB of the task, of Fargate's pairs. */
  readonly size?: { readonly cpu: string; readonly memory: string };
  /** The port on which the first container listens. */
  readonly port?: number;
  /** Of the container that a service sends its traffic to: its name, and that of its port. */
  readonly container?: string;
  readonly portName?: string;
  /** The family that a service runs; without it, one that is named like the service. */
  readonly taskDefinition?: string;
  readonly cluster?: string;
  /** The program of the image that asks for the container's health; without it there is no health check. */
  readonly healthCheck?: HealthProgram;
  /** ARNs of roles that exist. */
  readonly executionRole?: string;
  readonly taskRole?: string;
  /** The id of an EFS file system that exists. */
  readonly fileSystem?: string;
  readonly region?: string;
  readonly account?: string;
  /** The names that other containers have. */
  readonly taken?: readonly string[];
  /** The ports that other containers have, and their names. */
  readonly takenPorts?: readonly (number | string)[];
  /** True where the task gives no memory, so that each container has to. */
  readonly needsMemory?: boolean;
}

/** A whole file, or a part of one, to start from. */
export interface Scaffold {
  readonly id: string;
  /** What it is, in a few words. */
  readonly label: string;
  /** What it is for. */
  readonly description: string;
  /** What is worth asking before a whole file is made of it, beside its name. */
  readonly asks?: readonly ScaffoldQuestion[];
  /**
   * What it writes starts as it is: with the example image, which runs without settings, where none is given.
   */
  readonly template: (answers: Answers) => Template;
}
