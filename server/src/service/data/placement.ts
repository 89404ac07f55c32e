/** For a task. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
export const mostConstraints = 10;

/**
 * The field over which tasks are spread to be in many Availability Zones.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html
 */
export const availabilityZone = "attribute:ecs.availability-zone";
