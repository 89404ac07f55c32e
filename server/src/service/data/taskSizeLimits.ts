/**
 * CPU units that a task on EC2 may have: 0.125 to 192 vCPU.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export const ec2TaskCpu = { least: 128, most: 196_608 } as const;
