import { judge } from "../../../../../../shared/src/secrets.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { insertSecretOption } from "./logOption.ts";

const setTwice: Rule = {
  id: "log-option-and-secret-option",
  summary: "A log option is given in plain or as a secret, not both.",
  severity: "warning",
  about: ["secretOptions"],
  fix: "delete the plain one",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { logConfiguration, logOptions } of task.containers) {
      for (const secret of logConfiguration?.get("secretOptions")?.items ?? []) {
        const name = secret.get("name");
        const plain = name?.string === undefined ? undefined : logOptions?.get(name.string);
        if (!plain) continue;
        report(
          name!,
          `"${name!.string}" is set twice: here as a secret, and in options in plain text. Remove the plain one.`,
          {
            fixes: [quickFix(`Remove ${name!.string} from options`, remove(plain))],
            related: [{ message: "The plain option stands here.", span: plain }],
          },
        );
      }
    }
  },
};

const inPlainText: Rule = {
  id: "plaintext-log-secret",
  summary: "Tokens and passwords of log drivers belong into secretOptions.",
  severity: "warning",
  about: ["options"],
  fix: "move the option to secretOptions",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { logConfiguration, logOptions } of task.containers) {
      for (const option of logOptions?.members ?? []) {
        if (!option.string || !isCredential(option, option.string, logConfiguration!)) continue;
        report(
          option,
          `"${option.key}" is written in plain text, so everybody who may read the task definition can read it. ` +
            "Keep it in Secrets Manager or Parameter Store, and name it in secretOptions.",
          {
            fixes: [
              quickFix(
                `Move ${option.key} to secretOptions`,
                remove(option),
                insertSecretOption(logConfiguration!, option.key!),
              ),
            ],
          },
        );
      }
    }
  },
};

/** The name of a user is no secret where a password is given: that is the secret, in plain or not. */
function isCredential({ key }: JsonNode, value: string, logConfiguration: JsonNode): boolean {
  if (key!.toLowerCase() !== "http_user") return judge(key!, value).secrecy === "secret";
  const plain = (logConfiguration.get("options")?.members ?? []).map((option) => option.key);
  const secret = (logConfiguration.get("secretOptions")?.items ?? []).map(
    (option) => option.get("name")?.raw,
  );
  return ![...plain, ...secret].some((name) => name?.toLowerCase().startsWith("http_pass"));
}

/** Credentials of log drivers. */
export const logSecrets: readonly Rule[] = [setTwice, inPlainText];
