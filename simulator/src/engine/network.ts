import type { Attachment, AwsVpcConfiguration } from "@aws-sdk/client-ecs";
import type { Account } from "../state/account.ts";
import type { NetworkInterface } from "../state/task.ts";
import type { Wire } from "../wire.ts";

/** A network interface in one of the configuration's subnets. */
export function newNetworkInterface({ random }: Account, configuration: Wire<AwsVpcConfiguration> | undefined): NetworkInterface {
  const { subnets = [], securityGroups = [], assignPublicIp = "DISABLED" } = configuration ?? {};
  const byte = (): number => 4 + Math.floor(random.next() * 250);
  const subnet = subnets[Math.floor(random.next() * subnets.length)] ?? "subnet-default";
  return {
    id: `eni-0${random.hex(16)}`,
    attachmentId: random.uuid(),
    subnet,
    securityGroups,
    macAddress: `0a:${[1, 2, 3, 4, 5].map(() => random.hex(2)).join(":")}`,
    privateIp: `10.0.${byte()}.${byte()}`,
    ...(assignPublicIp === "ENABLED" && { publicIp: `203.0.113.${byte()}` }),
  };
}

/** The interface as an attachment of the task, before it is attached. */
export function attachmentOf({ region }: Account, network: NetworkInterface): Wire<Attachment> {
  return {
    id: network.attachmentId,
    type: "ElasticNetworkInterface",
    status: "PRECREATED",
    details: [
      { name: "subnetId", value: network.subnet },
      { name: "networkInterfaceId", value: network.id },
      { name: "macAddress", value: network.macAddress },
      { name: "privateDnsName", value: `ip-${network.privateIp.replaceAll(".", "-")}.${region}.compute.internal` },
      { name: "privateIPv4Address", value: network.privateIp },
    ],
  };
}
