import { keyPlace } from "../../kit/place.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

export const forceNewDeployment = serviceFaults([
  {
    id: "force-new-deployment-in-file",
    summary: "forceNewDeployment in a file restarts all tasks with each update.",
    severity: "hint",
    find: ({ root }) => {
      const force = root.get("forceNewDeployment");
      return force?.boolean === true ? force : undefined;
    },
    place: keyPlace,
    message: () =>
      "With forceNewDeployment true each update from this file replaces all tasks, even when nothing has changed. Give it as a flag when you need it.",
  },
]);
