import { each, type Check } from "../refusal.ts";
import { containersOf, type Container, type Definition } from "./input.ts";
import { cpuUnits, memoryMebibytes } from "./size.ts";

const spelling: Check<Definition> = ({ cpu, memory }) => {
  if (cpu !== undefined && cpuUnits(cpu) === undefined) return "Invalid 'cpu' setting for task.";
  return memory !== undefined && memoryMebibytes(memory) === undefined
    ? "Invalid 'memory' setting for task."
    : undefined;
};

const containerMemory = (
  { name = "", memory, memoryReservation }: Container,
  { memory: ofTask }: Definition,
): string | undefined => {
  if (ofTask === undefined && memory === undefined && memoryReservation === undefined)
    return `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`;
  if (memory !== undefined && memoryReservation !== undefined && memory < memoryReservation)
    return `Invalid setting for container '${name}'. 'memory' must be greater than or equal to 'memoryReservation'.`;
  const most = memoryMebibytes(ofTask);
  if (most === undefined) return undefined;
  if (memory !== undefined && memory > most)
    return `The 'memory' setting for container '${name}' is greater than for the task.`;
  return memoryReservation !== undefined && memoryReservation > most
    ? `The 'memoryReservation' setting for container '${name}' is greater than for the task.`
    : undefined;
};

const negativeCpu = ({ name = "", cpu = 0 }: Container): string | undefined =>
  cpu < 0 ? `Invalid 'cpu' setting for container '${name}'.` : undefined;

const cpuSum: Check<Definition> = (definition) => {
  const most = cpuUnits(definition.cpu);
  const sum = containersOf(definition).reduce((total, { cpu = 0 }) => total + cpu, 0);
  return most !== undefined && sum > most
    ? "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'."
    : undefined;
};

const ephemeralStorage: Check<Definition> = ({ ephemeralStorage: storage, requiresCompatibilities = [] }) => {
  if (!storage) return undefined;
  if (requiresCompatibilities.length > 0 && !requiresCompatibilities.includes("FARGATE"))
    return "Tasks using the EC2 launch type do not support EphemeralStorage.";
  const { sizeInGiB = 0 } = storage;
  if (sizeInGiB < 21) return "EphemeralStorage size should be at least 21";
  return sizeInGiB > 200 ? "EphemeralStorage size should be at most 200" : undefined;
};

export const resourceChecks: readonly Check<Definition>[] = [
  spelling,
  each<Definition, Container>(containersOf, containerMemory, negativeCpu),
  cpuSum,
  ephemeralStorage,
];
