import type { Rule } from "../../rule.ts";
import { appProtocol } from "./appProtocol.ts";
import { containerPortRequired } from "./containerPortRequired.ts";
import { containerPortTwoProtocols } from "./containerPortTwoProtocols.ts";
import { fargateWindowsPort } from "./fargateWindowsPort.ts";
import { hostPortAwsvpc } from "./hostPortAwsvpc.ts";
import { hostPortDuplicate } from "./hostPortDuplicate.ts";
import { hostPortHostMode } from "./hostPortHostMode.ts";
import { hostPortLimits } from "./hostPortLimits.ts";
import { hostPortZeroAwsvpc } from "./hostPortZeroAwsvpc.ts";
import { portsAndNetworkMode } from "./portsAndNetworkMode.ts";
import { portNameDuplicate } from "./portNameDuplicate.ts";
import { portRanges } from "./portRanges.ts";
import { portRangeOverlap } from "./portRangeOverlap.ts";

/** Port mappings. */
export const ports: readonly Rule[] = [
  containerPortRequired,
  hostPortAwsvpc,
  hostPortZeroAwsvpc,
  hostPortHostMode,
  hostPortDuplicate,
  ...hostPortLimits,
  containerPortTwoProtocols,
  fargateWindowsPort,
  portNameDuplicate,
  ...appProtocol,
  ...portRanges,
  portRangeOverlap,
  ...portsAndNetworkMode,
];
