import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { quickFix, remove } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/**
 * Members of CreateService that UpdateService does not know.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
const onlyOfCreation = ["launchType", "schedulingStrategy", "role", "clientToken", "tags"];

/** What belongs to one of CreateService and UpdateService only. */
export const updateService = serviceFaults([
  {
    id: "update-service-immutable",
    summary: "Some members are fixed when a service is created; UpdateService does not take them.",
    severity: "information",
    fix: "delete the member",
    when: ({ root }) => root.filled("service")?.type === "string",
    find: ({ root }) => {
      const name = root.filled("serviceName");
      return name ? [name] : onlyOfCreation.map((key) => root.filled(key));
    },
    whateverValue: true,
    place: keyPlace,
    message: ({ key }) =>
      `UpdateService does not take ${key}: it is set when the service is created. Remove it, or leave "service" out if this file is for CreateService.`,
  },
  {
    id: "create-service-only-field",
    summary: "A file is for CreateService (serviceName) or for UpdateService (service), not for both.",
    severity: "information",
    fix: "delete one of the two",
    find: ({ root }) => secondName(root),
    whateverValue: true,
    place: keyPlace,
    message: () =>
      "Both service and serviceName are set. CreateService takes serviceName, UpdateService takes service, and each call refuses the other one. Keep one.",
    fixes: (_, { root }) => [
      quickFix("Remove service, for CreateService", remove(root.get("service")!)),
      quickFix("Remove serviceName, for UpdateService", remove(root.get("serviceName")!)),
    ],
  },
  {
    id: "client-token-in-file",
    summary: "A client token is for one call and does not belong in a file.",
    severity: "information",
    fix: "delete clientToken",
    find: ({ root }) => root.filled("clientToken"),
    place: keyPlace,
    message: () =>
      "A clientToken marks one single call: the next create with the same token returns the old result instead of doing anything. Leave it out.",
  },
]);

function secondName(root: JsonNode): JsonNode | undefined {
  const service = root.filled("service");
  const serviceName = root.filled("serviceName");
  if (!serviceName || service?.type !== "string") return undefined;
  return service.offset > serviceName.offset ? service : serviceName;
}
