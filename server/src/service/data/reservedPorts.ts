/**
 * Host ports that container instances keep for themselves, and how many an instance can give to tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export const reservedHostPorts: ReadonlyMap<number, string> = new Map([
  [22, "SSH"],
  [2375, "Docker"],
  [2376, "Docker"],
  [51678, "the ECS agent"],
  [51679, "the ECS agent"],
  [51680, "the ECS agent"],
]);

/** From here on Docker assigns host ports by itself. */
export const firstEphemeralPort = 32768;

/** An instance reserves 100 ports at a time, its own included. */
export const maxStaticHostPorts = 100 - reservedHostPorts.size;

/** Port ranges that one container may expose. */
export const maxPortRanges = 100;

/** The port that Windows tasks on Fargate may not use. */
export const reservedFargateWindowsPort = 3150;
