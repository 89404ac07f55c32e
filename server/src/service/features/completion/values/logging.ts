import { secrecyOfName } from "../../../../../../shared/src/secretNames.ts";
import { firelensOutputs } from "../../../data/firelensOutputs.ts";
import { logDriverOptions, logOptionValues } from "../../../data/logDrivers.ts";
import { logModes } from "../../../data/logOptions.ts";
import { regions } from "../../../../../../shared/src/regions.ts";
import { firstRegion } from "../../../model/region.ts";
import type { CursorSite, ValueProvider } from "../cursorSite.ts";
import { type Suggestion, valueOf } from "../suggestion.ts";

const option = (name: string): string => `containerDefinitions/*/logConfiguration/options/${name}`;
const truth = (): Suggestion[] => [valueOf("true"), valueOf("false")];

/** Log options; their values are strings, whatever they mean. */
export const logging: readonly ValueProvider[] = [
  { path: option("awslogs-region"), suggest: regionsNearestFirst },
  { path: option("region"), suggest: regionsNearestFirst },
  { path: option("awslogs-create-group"), suggest: truth },
  {
    path: option("Name"),
    suggest: () => [...firelensOutputs].map(([name, { summary }]) => valueOf(name, summary)),
  },
  { path: option("auto_create_group"), suggest: truth },
  { path: option("mode"), suggest: () => logModes.map((mode) => valueOf(mode)) },
  {
    path: option("awslogs-group"),
    suggest: ({ task }) =>
      task?.family?.string === undefined
        ? []
        : [valueOf(`/ecs/${task.family.string}`, "named after the family")],
  },
  {
    path: option("awslogs-stream-prefix"),
    suggest: ({ containerName }) => [
      ...(containerName === undefined ? [] : [valueOf(containerName, "the container's name")]),
      valueOf("ecs"),
    ],
  },
  ...Object.entries(logOptionValues).map(([name, values]) => ({
    path: option(name),
    suggest: () => values.map((value) => valueOf(value)),
  })),
  { path: "containerDefinitions/*/logConfiguration/secretOptions/*/name", suggest: secretOptionNames },
  { path: "containerDefinitions/*/firelensConfiguration/options/enable-ecs-log-metadata", suggest: truth },
  { path: "containerDefinitions/*/firelensConfiguration/options/config-file-type", suggest: configFileTypes },
];

/** Fargate takes a file of the image only; what is in S3 is named by an ARN. */
function configFileTypes(site: CursorSite): Suggestion[] {
  const file = site.enclosing(1)?.filled("config-file-value")?.string;
  const mayBeInS3 = !site.task?.isFargate && (file === undefined || file.startsWith("arn:"));
  return [valueOf("file"), ...(mayBeInS3 ? [valueOf("s3")] : [])];
}

/** The region that the file speaks of already comes first. */
function regionsNearestFirst({ definition }: CursorSite): Suggestion[] {
  const own = definition.root && firstRegion(definition.root);
  const suggestions = regions.map(({ id, name }) => valueOf(id, name));
  return suggestions.sort((a, b) => Number(b.label === own) - Number(a.label === own));
}

/** Options of the driver that hold credentials. */
function secretOptionNames(site: CursorSite): Suggestion[] {
  const configuration = site.enclosing(3);
  const driver = configuration?.get("logDriver")?.string ?? "";
  const output = firelensOutputs.get(configuration?.at("options", "Name")?.string ?? "");
  const options = driver === "awsfirelens" ? output?.options : logDriverOptions.get(driver);
  const secret = Object.entries(options ?? {}).filter(([name]) => secrecyOfName(name) === "secret");
  return secret.map(([name, meaning]) => valueOf(name, undefined, meaning));
}
