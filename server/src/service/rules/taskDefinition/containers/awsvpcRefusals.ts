import { inContainers, onInContainers, refusals, type Refusal } from "../../kit/refusal.ts";
import type { Rule } from "../../rule.ts";

const awsvpc: readonly Refusal[] = [
  {
    id: "hostname-awsvpc",
    summary: "In awsvpc mode, a container has no hostname of its own.",
    severity: "error",
    about: ["hostname"],
    fix: "delete hostname",
    find: inContainers("hostname"),
    message: () =>
      "With networkMode awsvpc the name of the host comes from the VPC, and AWS refuses hostname. Remove it.",
  },
  {
    id: "extra-hosts-awsvpc",
    summary: "In awsvpc mode there are no extra hosts.",
    severity: "error",
    about: ["extraHosts"],
    fix: "delete extraHosts",
    find: inContainers("extraHosts"),
    message: () =>
      "extraHosts are not supported with networkMode awsvpc, and AWS refuses them. Remove them, and use DNS.",
  },
  {
    id: "dns-servers-awsvpc",
    summary: "In awsvpc mode the VPC gives the DNS servers.",
    severity: "error",
    about: ["dnsServers"],
    fix: "delete dnsServers",
    find: inContainers("dnsServers"),
    message: () =>
      "With networkMode awsvpc the VPC gives the DNS servers, and AWS refuses dnsServers. Remove them, and set DNS in the DHCP options of the VPC.",
  },
  {
    id: "dns-search-domains-awsvpc",
    summary: "In awsvpc mode the VPC gives the search domains.",
    severity: "warning",
    about: ["dnsSearchDomains"],
    fix: "delete dnsSearchDomains",
    find: inContainers("dnsSearchDomains"),
    message: () =>
      "dnsSearchDomains are not supported with networkMode awsvpc. Remove them, and set the domain in the DHCP options of the VPC.",
  },
  {
    id: "disable-networking-awsvpc",
    summary: "In awsvpc mode networking cannot be disabled.",
    severity: "error",
    about: ["disableNetworking"],
    fix: "delete disableNetworking",
    find: onInContainers("disableNetworking"),
    message: () =>
      "With networkMode awsvpc the containers share the network interface of the task, and AWS refuses disableNetworking. Remove it.",
  },
];

const links: Refusal = {
  id: "links-awsvpc",
  summary: "Links work in bridge mode only.",
  severity: "error",
  about: ["links"],
  fix: "delete links",
  find: inContainers("links"),
  message: () =>
    "Links work in bridge mode only. In awsvpc and host mode the containers of a task reach each other on localhost. Remove them.",
  milder: (task) => (task.isAwsvpc ? undefined : "warning"),
};

/** What containers cannot have without a bridge. */
export const awsvpcRefusals: readonly Rule[] = [
  ...refusals((task) => task.isAwsvpc, awsvpc),
  ...refusals(({ isAwsvpc, networkMode }) => isAwsvpc || networkMode?.string === "host", [links]),
];
