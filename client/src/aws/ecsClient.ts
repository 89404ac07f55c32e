import { ECSClient } from "@aws-sdk/client-ecs";
import type { ClientSettings } from "./clientSettings.ts";

export const ecsClient = (settings: ClientSettings): ECSClient => new ECSClient(settings);
