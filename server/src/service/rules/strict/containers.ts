import type { Container } from "../../model/container.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import { containerAdvice } from "./containerAdvice.ts";

/** Whether a task has a memory limit for all of its containers; a placeholder may give one. */
const hasTaskMemory = ({ root }: TaskDefinition): boolean => root.filled("memory") !== undefined;

/** The user of a Windows container that is an administrator, which counts as such in any spelling. */
const administrator = /^(?:.*\\)?containeradministrator$/i;

const isLinux = (task: TaskDefinition): boolean => !task.isWindows && !task.osFamily?.isDynamic;

/** A log router reads the sockets of the other containers, which only root may. */
const needsRoot = ({ firelens }: Container): boolean => firelens !== undefined;

/**
 * What strict policies ask of containers. Off by default: each of it costs work that not every team wants to
 * spend.
 */
export const strictContainers = containerAdvice([
  {
    id: "user-missing",
    summary: "A Linux container without a user runs as root, unless its image says otherwise.",
    severity: "hint",
    when: isLinux,
    find: (container) =>
      needsRoot(container) || container.node.filled("user") !== undefined ? undefined : "absent",
    message: (label) =>
      `${label} names no user, so it runs as root unless its image says otherwise. Set user, such as "1000:1000".`,
  },
  {
    id: "windows-container-administrator",
    summary: "Windows containers should run as a user that is no administrator.",
    severity: "hint",
    when: ({ isWindows }) => isWindows,
    find: ({ node }) => {
      const user = node.filled("user");
      if (!user) return "absent";
      return user.string !== undefined && administrator.test(user.string) ? user : undefined;
    },
    message: (label, { node }) =>
      node.filled("user")
        ? `${label} runs as an administrator of its Windows. Use another user, such as ContainerUser.`
        : `${label} names no user, so its image decides whether it runs as an administrator. Set user, such as ContainerUser.`,
  },
  {
    id: "health-check-missing",
    summary: "A container with a health check is replaced when it no longer answers.",
    severity: "hint",
    when: () => true,
    find: ({ healthCheck, isEssential }) => (healthCheck || !isEssential ? undefined : "absent"),
    message: (label) =>
      `${label} has no health check, so ECS replaces it only when its process ends. Add a healthCheck with a command that the image has.`,
  },
  {
    id: "log-configuration-missing-instances",
    summary: "Outside Fargate a container without logConfiguration leaves its logs on the instance.",
    severity: "hint",
    when: ({ isFargate }) => !isFargate,
    find: ({ logConfiguration }) => (logConfiguration ? undefined : "absent"),
    message: (label) =>
      `${label} has no logConfiguration, so what it prints stays on the instance and goes with it. Send its logs to CloudWatch with awslogs.`,
  },
  {
    id: "log-mode-blocking",
    summary: "With blocking logs a container waits while its logs cannot be delivered.",
    severity: "hint",
    about: ["mode"],
    when: () => true,
    find: ({ logOptions }) => {
      const mode = logOptions?.get("mode");
      return mode?.string === "blocking" ? mode : undefined;
    },
    message: (label) =>
      `${label} waits when its logs cannot be delivered, and may stop answering. Use non-blocking with a max-buffer-size, if a lost line is better than a stopped application.`,
  },
  {
    id: "memory-limit-missing",
    summary: "Without a hard memory limit a container may take the memory of its whole instance.",
    severity: "hint",
    when: (task) => task.isWhole && !hasTaskMemory(task),
    find: ({ node }) => (node.filled("memory") ? undefined : "absent"),
    message: (label) =>
      `${label} has no hard memory limit, and neither has the task: it may take the memory of its neighbours. Set memory.`,
  },
]);
