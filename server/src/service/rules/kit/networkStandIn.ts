/** What quick fixes add as networkConfiguration: its ids are known to nobody but you. */
export const networkStandIn = {
  awsvpcConfiguration: { subnets: ["YOUR_SUBNET_ID"], securityGroups: ["YOUR_SECURITY_GROUP_ID"] },
};
