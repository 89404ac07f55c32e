import { generatedConfigFiles } from "../../../data/firelens.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { parseArn } from "../../../../../../shared/src/arn.ts";
import { insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Report, Rule, RuleFacts } from "../../rule.ts";

const pair = configRule(
  {
    id: "firelens-config-pair",
    summary: "config-file-type and config-file-value go together.",
    severity: "error",
    fix: "insert the other one",
  },
  (options, report) => {
    const type = options.filled("config-file-type");
    const value = options.filled("config-file-value");
    if (Boolean(type) === Boolean(value)) return;
    const [given, missing] = type
      ? ["config-file-type", "config-file-value"]
      : ["config-file-value", "config-file-type"];
    const proposal = type ? valueFor(type) : typeFor(value!);
    report(
      keyPlace(options),
      `${given} says only half of where the configuration of the log router is: without ${missing} the task cannot start. Add ${missing}.`,
      { fixes: [quickFix(`Add ${missing} ${proposal}`, insertMember(options, missing, proposal, given))] },
    );
  },
);

function valueFor(type: JsonNode): string {
  return type.string === "s3" ? "arn:aws:s3:::YOUR_BUCKET/extra.conf" : "/fluent-bit/configs/extra.conf";
}

function typeFor(value: JsonNode): string {
  return value.raw?.startsWith("arn:") ? "s3" : "file";
}

const s3Arn = configRule(
  {
    id: "firelens-config-s3-arn",
    summary: "A router's configuration in S3 is named by the ARN of the object.",
    severity: "error",
    fix: "turn an s3:// address into an ARN",
  },
  (options, report) => {
    const value = options.filled("config-file-value");
    if (
      options.get("config-file-type")?.string !== "s3" ||
      value?.string === undefined ||
      isObjectArn(value.string)
    )
      return;
    const address = /^s3:\/\/([^/]+\/.+)$/.exec(value.string)?.[1];
    report(
      value,
      `"${value.string}" is not the ARN of an S3 object, so the ECS agent cannot fetch the configuration and the task does not start. ` +
        "Write arn:aws:s3:::bucket/key.",
      {
        fixes:
          address === undefined
            ? []
            : [quickFix("Write it as an ARN", replaceValue(value, `arn:aws:s3:::${address}`))],
      },
    );
  },
);

function isObjectArn(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === "s3" && /^[^/]+\/./.test(arn.resource);
}

const generatedFile = configRule(
  {
    id: "firelens-config-reserved-path",
    summary: "ECS writes the main configuration file of the log router itself.",
    severity: "warning",
  },
  (options, report) => {
    const value = options.filled("config-file-value");
    if (options.get("config-file-type")?.string !== "file" || !generatedConfigFiles.has(value?.string ?? ""))
      return;
    report(
      value!,
      `ECS writes the file ${value!.string} itself, with what it knows of the log options, and overwrites yours. Give your configuration another path; ECS includes it.`,
    );
  },
);

/** A rule about the options of each log router. */
function configRule(facts: RuleFacts, check: (options: JsonNode, report: Report) => void): Rule {
  return {
    ...facts,
    about: ["firelensConfiguration"],
    appliesTo: "task-definition",
    check(task, report) {
      for (const { firelens } of task.logRouters) {
        const options = firelens?.get("options");
        if (options?.type === "object" && !options.isDynamic) check(options, report);
      }
    },
  };
}

/** Where the log router finds configuration of one's own. */
export const firelensConfig: readonly Rule[] = [pair, s3Arn, generatedFile];
