import { firstRefusal, repeated, type Check } from "../refusal.ts";
import { containersOf, type Container, type Definition } from "./input.ts";

const name = /^[a-zA-Z0-9_-]*$/;
const bytesMost = 65536;
const containersMost = 10;

const size: Check<Definition> = (definition) => {
  const bytes = Buffer.byteLength(JSON.stringify(definition));
  return bytes > bytesMost
    ? `Actual length: '${bytes}'. Max allowed length is '${bytesMost}' bytes.`
    : undefined;
};

const family: Check<Definition> = ({ family: text = "" }) => {
  if (text.trim() === "") return "Family should not be null or empty.";
  if (!name.test(text)) return "Family contains invalid characters.";
  return text.length > 255 ? "Family should be 255 characters or less." : undefined;
};

const containerList: Check<Definition> = (definition) => {
  const containers = containersOf(definition);
  if (containers.length === 0) return "Container list cannot be empty.";
  if (containers.length > containersMost) return "Too many containers.";
  const checks = [containerName, containerImage];
  for (const container of containers) {
    const message = firstRefusal(checks, container);
    if (message !== undefined) return message;
  }
  if (repeated(containers.map((container) => container.name)) !== undefined)
    return "Container names must be unique within a task definition.";
  return containers.every(({ essential }) => essential === false)
    ? "Task definition doesn't have any essential container."
    : undefined;
};

const containerName: Check<Container> = ({ name: text = "" }) => {
  if (text.trim() === "") return "Container.name should not be null or empty.";
  if (!name.test(text)) return "Container.name contains invalid characters.";
  return text.length > 255 ? "Container.name should be 255 characters or less." : undefined;
};

const containerImage: Check<Container> = ({ image = "" }) => {
  if (image.trim() === "") return "Container.image should not be null or empty.";
  return image.length > 255 && !image.includes("@sha256:")
    ? "Container.image repository should be 255 characters or less."
    : undefined;
};

const role = /^(arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]+|[\w+=,.@/-]+)$/;

const roles: Check<Definition> = ({ taskRoleArn, executionRoleArn }) =>
  [taskRoleArn, executionRoleArn].some((arn) => arn !== undefined && !role.test(arn))
    ? "Role is not valid"
    : undefined;

const inferenceAccelerators: Check<Definition> = (definition) => {
  const required = containersOf(definition).some(({ resourceRequirements = [] }) =>
    resourceRequirements.some(({ type }) => type === "InferenceAccelerator"),
  );
  return definition.inferenceAccelerators?.length || required
    ? "Unsupported field 'inferenceAccelerators'."
    : undefined;
};

export const basicChecks: readonly Check<Definition>[] = [
  size,
  family,
  containerList,
  roles,
  inferenceAccelerators,
];
