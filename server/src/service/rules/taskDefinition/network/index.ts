import type { Rule } from "../../rule.ts";
import { faultInjection } from "./faultInjection.ts";
import { placementExpression } from "./placementExpression.ts";
import { proxy } from "./proxy.ts";
import { proxyProperties } from "./proxyProperties.ts";

/** Network of a task, its proxy, and where it is placed. */
export const network: readonly Rule[] = [...proxy, ...proxyProperties, placementExpression, faultInjection];
