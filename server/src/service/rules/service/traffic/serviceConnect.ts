import { insertMember, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { placeOf } from "../../kit/placeOf.ts";
import { repeated } from "../../kit/repeated.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

const faults = serviceFaults([
  {
    id: "service-connect-disabled-extra",
    summary: "What stands in serviceConnectConfiguration is ignored while it is switched off.",
    severity: "hint",
    find: ({ root }) => {
      const configuration = root.get("serviceConnectConfiguration");
      if (configuration?.get("enabled")?.boolean !== false) return undefined;
      return ["namespace", "services"].map((key) => configuration.filled(key));
    },
    place: keyPlace,
    message: ({ key }) =>
      `${key} has no effect while enabled is false. Set enabled to true, or remove ${key}.`,
  },
  {
    id: "service-connect-namespace",
    summary: "Service Connect needs a namespace, from the service or from its cluster.",
    severity: "information",
    fix: "insert namespace",
    find: ({ serviceConnect }) => (serviceConnect?.filled("namespace") ? undefined : serviceConnect),
    message: () =>
      'Service Connect has no namespace here, so the cluster must have a default one; otherwise AWS answers "Namespace is missing". Name it to be sure.',
    fixes: (configuration) => [
      quickFix("Add namespace", insertMember(configuration, "namespace", "YOUR_NAMESPACE", "enabled")),
    ],
  },
  {
    id: "service-connect-port-name-required",
    summary: "A Service Connect service names a port of the task definition.",
    severity: "error",
    fix: "insert portName",
    find: ({ connectServices }) => connectServices.filter((entry) => !entry.filled("portName")),
    place: (entry) => entry.opening,
    message: () =>
      "This Service Connect service has no portName: the name of the port mapping, in the task definition, that it offers. AWS refuses it.",
    fixes: (entry, { connectServices }, { task }) => {
      const taken = new Set(connectServices.map((other) => other.get("portName")?.string));
      const name = task?.symbols.names("port").find((candidate) => !taken.has(candidate)) ?? "YOUR_PORT_NAME";
      return [quickFix(`Add portName ${name}`, insertMember(entry, "portName", name))];
    },
  },
  {
    id: "service-connect-discovery-duplicate",
    summary: "Each Service Connect service has a discovery name of its own.",
    severity: "error",
    find: ({ connectServices }) =>
      repeated(connectServices.map((entry) => entry.filled("discoveryName") ?? entry.filled("portName"))),
    message: ({ string, key }) =>
      `A service of this list is called "${string}" already, but discovery names must be unique in the namespace. ${key === "portName" ? "Without discoveryName the port name counts; give this service one." : "Choose another."}`,
  },
  {
    id: "service-connect-external",
    summary: "Service Connect needs Linux tasks on EC2 or Fargate.",
    severity: "warning",
    when: ({ launchType }, { task }) => launchType?.string === "EXTERNAL" || task?.isWindows === true,
    find: ({ serviceConnect }) => serviceConnect,
    related: ({ task, taskDocument }) =>
      task?.isWindows
        ? placeOf("The operating system of the task definition", task.osFamily, taskDocument)
        : [],
    message: (_, { launchType }) =>
      `Service Connect runs its proxy in Linux tasks on EC2 or Fargate, not ${launchType?.string === "EXTERNAL" ? "on EXTERNAL instances" : "in Windows tasks"}. Switch it off here.`,
  },
  {
    id: "service-connect-daemon",
    summary: "Service Connect needs the ECS deployment controller.",
    severity: "warning",
    when: ({ isControlledElsewhere }) => isControlledElsewhere,
    find: ({ serviceConnect }) => serviceConnect,
    message: (_, { controller }) =>
      `Service Connect works with deployments that ECS carries out itself, not with deploymentController ${controller}. Use type ECS, or switch it off.`,
  },
]);

const aliasDuplicate: Rule = {
  id: "service-connect-alias-port-duplicate",
  summary: "A client alias stands for one service.",
  severity: "warning",
  appliesTo: "service",
  check({ connectServices }, report) {
    const seen = new Set<string>();
    for (const alias of connectServices.flatMap((entry) => entry.get("clientAliases")?.items ?? [])) {
      const name = alias.get("dnsName");
      const port = alias.get("port")?.number;
      if (!name?.string || port === undefined) continue;
      const address = `${name.string}:${port}`;
      if (seen.has(address))
        report(
          name,
          `Another service of this list answers at ${address} already, so clients could not tell the two apart. Use another name or port.`,
        );
      seen.add(address);
    }
  },
};

/** What Service Connect offers, and where it works. */
export const serviceConnect: readonly Rule[] = [...faults, aliasDuplicate];
