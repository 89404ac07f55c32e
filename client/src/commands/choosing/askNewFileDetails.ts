import type {
  HealthProgram,
  NewFileAnswers,
  NewFileChoices,
  ScaffoldChoice,
  ScaffoldQuestion,
  TaskSizeChoice,
} from "../../../../server/src/protocol.ts";
import type { Ui } from "../../host/ui.ts";
import type { CommandContext } from "../command.ts";
import { accountValues } from "./accountAnswers.ts";

/** What the scaffold asks; undefined when the user dismisses a question. */
export async function askNewFileDetails(
  context: CommandContext,
  { asks }: ScaffoldChoice,
  choices: NewFileChoices,
): Promise<NewFileAnswers | undefined> {
  let answers: NewFileAnswers = {};
  for (const question of asks) {
    const answer = await questions[question]({ context, choices, answers });
    if (!answer) return undefined;
    answers = { ...answers, ...answer };
  }
  return answers;
}

interface Asking {
  readonly context: CommandContext;
  readonly choices: NewFileChoices;
  /** To the questions before. */
  readonly answers: NewFileAnswers;
}

const questions: Readonly<Record<ScaffoldQuestion, (asking: Asking) => Promise<NewFileAnswers | undefined>>> =
  {
    image: askImage,
    port: askPort,
    size: ({ context, choices }) => pickSize(context.ui, choices.sizes),
    windowsSize: ({ context, choices }) => pickSize(context.ui, choices.windowsSizes),
    healthCheck: pickHealthCheck,
    taskRole: askTaskRole,
    fileSystem: askFileSystem,
  };

async function askImage({ context: { ui } }: Asking): Promise<NewFileAnswers | undefined> {
  const answer = await ui.input({
    title: "Image",
    prompt: "repository:tag, with the registry's host in front; empty: an example",
    placeholder: "public.ecr.aws/nginx/nginx:1.29",
  });
  if (answer === undefined) return undefined;
  const image = answer.trim();
  return image === "" ? {} : { image };
}

/** Example images and the usual web servers listen on port 80. */
async function askPort({ context: { ui }, answers: { image } }: Asking): Promise<NewFileAnswers | undefined> {
  const isServer = image === undefined || /(?:^|\/)(?:nginx|httpd|iis)(?:[:@]|$)/.test(image);
  const port = await ui.input({
    title: "Port",
    prompt: "On which the container listens",
    value: isServer ? "80" : "8080",
    validate: refusePort,
  });
  return port === undefined ? undefined : { port: Number(port) };
}

const refusePort = (text: string): string | undefined =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
    ? undefined
    : "A port from 1 to 65535.";

async function pickSize(ui: Ui, sizes: readonly TaskSizeChoice[]): Promise<NewFileAnswers | undefined> {
  const size = await ui.pick(
    "Size of one task on Fargate",
    sizes.map(({ cpu, memory, label, detail }) => ({ label, description: detail, value: { cpu, memory } })),
  );
  return size && { size };
}

async function pickHealthCheck({ context: { ui } }: Asking): Promise<NewFileAnswers | undefined> {
  const program = await ui.pick<HealthProgram | "none">("Health check in the container", [
    { label: "None", description: "a load balancer may check it", value: "none" },
    { label: "With wget", description: "in images made from Alpine and BusyBox", value: "wget" },
    { label: "With curl", description: "in images that have it, such as nginx", value: "curl" },
  ]);
  if (program === undefined) return undefined;
  return program === "none" ? {} : { healthCheck: program };
}

async function askTaskRole({ context }: Asking): Promise<NewFileAnswers | undefined> {
  const taskRole = await askNamed(context, {
    kind: "role",
    title: "Task role",
    prompt: "ARN of the role with which logs are written; empty: an example",
    form: /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    refusal: "The ARN of an IAM role.",
  });
  if (taskRole === undefined) return undefined;
  return taskRole === "" ? {} : { taskRole };
}

async function askFileSystem({ context }: Asking): Promise<NewFileAnswers | undefined> {
  const fileSystem = await askNamed(context, {
    kind: "efs-file-system",
    title: "EFS file system",
    prompt: "Its id; empty: an example",
    form: /^fs-[0-9a-f]{8,40}$/,
    refusal: "An id such as fs-0123456789abcdef0.",
  });
  if (fileSystem === undefined) return undefined;
  return fileSystem === "" ? {} : { fileSystem };
}

interface Named {
  readonly kind: "role" | "efs-file-system";
  readonly title: string;
  readonly prompt: string;
  readonly form: RegExp;
  readonly refusal: string;
}

/** Offers what the account has, and lets the user type another; "" for an example. */
async function askNamed(context: CommandContext, question: Named): Promise<string | undefined> {
  const { ui } = context;
  const { title, prompt, form, refusal } = question;
  const known = await accountValues(context, question.kind);
  if (known.length > 0) {
    const chosen = await ui.pick<string | null>(title, [
      ...known.map(({ value, detail = "" }) => ({ label: value, description: detail, value })),
      { label: "Another…", value: null },
    ]);
    if (chosen !== null) return chosen;
  }
  const typed = await ui.input({
    title,
    prompt,
    validate: (text) => (text === "" || form.test(text) ? undefined : refusal),
  });
  return typed;
}
