import type { Rule } from "../../rule.ts";
import { assignPublicIp } from "./assignPublicIp.ts";
import { awsvpcConfiguration } from "./awsvpcConfiguration.ts";

/** Services: the network of the tasks. */
export const serviceNetwork: readonly Rule[] = [...awsvpcConfiguration, ...assignPublicIp];
