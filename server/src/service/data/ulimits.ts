/** The highest limit of open files on Fargate. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
export const maxFargateOpenFiles = 1_048_576;
