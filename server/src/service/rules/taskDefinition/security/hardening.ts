import { publicRegistries } from "../../../data/publicRegistries.ts";
import { insertMember, quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const privilegedContainer: Rule = {
  id: "privileged-container",
  summary: "A privileged container has full control of the instance.",
  severity: "information",
  about: ["privileged"],
  fix: "remove privileged",
  appliesTo: "task-definition",
  check(task, report) {
    // There it is refused, which other rules say.
    if (task.isFargate || task.isWindows) return;
    for (const { node, label } of task.containers) {
      const privileged = node.get("privileged");
      if (privileged?.boolean !== true) continue;
      report(
        privileged,
        `With privileged, ${label} has full control of the instance and of all that runs there. Add the capabilities that it needs instead, or remove this.`,
        {
          fixes: [quickFix("Remove privileged", remove(privileged))],
        },
      );
    }
  },
};

const readOnlyRoot: Rule = {
  id: "readonly-root-filesystem",
  summary: "A read-only root file system limits what an attacker can change.",
  severity: "hint",
  fix: "set readonlyRootFilesystem to true",
  offByDefault: true,
  appliesTo: "task-definition",
  check(task, report) {
    if (task.isWindows) return;
    for (const { node, label, place } of task.containers) {
      const setting = node.get("readonlyRootFilesystem");
      if (setting && setting.boolean !== false) continue;
      report(
        place,
        `The root file system of ${label} can be written, so an attacker could change the program. Set readonlyRootFilesystem to true, and mount volumes for what must be written.`,
        {
          fixes: [
            quickFix(
              "Set readonlyRootFilesystem to true",
              insertMember(node, "readonlyRootFilesystem", true),
            ),
          ],
        },
      );
    }
  },
};

const rootUser: Rule = {
  id: "root-user",
  summary: "Containers should not run as root.",
  severity: "hint",
  about: ["user"],
  appliesTo: "task-definition",
  check(task, report) {
    if (task.isWindows) return;
    const isOnHost = task.networkMode?.string === "host";
    for (const { node, label, firelens } of task.containers) {
      const user = node.get("user");
      // A log router reads the sockets of the other containers, which only root may.
      if (firelens) continue;
      if (!user || !/^(?:root|0)(?::(?:root|0))?$/.test(user.string ?? "")) continue;
      report(
        user,
        `${capitalized(label)} runs as root${isOnHost ? ", and in the network of the instance" : ""}: a fault in the program gives an attacker more than it needs to. Run it as another user, such as "1000:1000".`,
        isOnHost ? { severity: "information" } : {},
      );
    }
  },
};

const unpinnedPublicImage: Rule = {
  id: "image-public-unpinned-digest",
  summary: "A public image without digest can change under its tag.",
  severity: "hint",
  offByDefault: true,
  appliesTo: "task-definition",
  check(task, report) {
    for (const container of task.containers) {
      const { image } = container;
      if (!image || image.digest !== undefined || !publicRegistries.includes(image.registry ?? "docker.io"))
        continue;
      report(
        container.node.get("image")!,
        `"${container.node.get("image")!.string}" is a public image without digest: what runs can change without notice. Append the digest, or copy the image to Amazon ECR.`,
      );
    }
  },
};

const essentialSidecars: Rule = {
  id: "single-essential-sidecars",
  summary: "Where every container is essential by default, a failing sidecar stops the whole task.",
  severity: "hint",
  fix: "make the container not essential",
  appliesTo: "task-definition",
  check(task, report) {
    const { containers } = task;
    if (
      containers.length < 2 ||
      task.hasDynamicContainers ||
      containers.some(({ node }) => node.get("essential"))
    )
      return;
    for (const { node, label, place } of containers.slice(1)) {
      report(
        place,
        `${capitalized(label)} is essential, as every container that does not say otherwise: when it stops, the whole task stops. Set essential to false if the task can go on without it, else to true.`,
        {
          fixes: [quickFix("Set essential to false", insertMember(node, "essential", false, "image"))],
        },
      );
    }
  },
};

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const hardening: readonly Rule[] = [
  privilegedContainer,
  readOnlyRoot,
  rootUser,
  unpinnedPublicImage,
  essentialSidecars,
];
