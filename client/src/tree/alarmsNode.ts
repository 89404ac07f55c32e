import { defined } from "../../../shared/src/defined.ts";
import type { Alarm, Service } from "../aws/types.ts";
import { factSheet } from "../model/markdown.ts";
import { Heading } from "./heading.ts";
import type { Asking, Icon, Row, TreeNode } from "./node.ts";
import { RowNode } from "./rowNode.ts";

/** The CloudWatch alarms that watch a service's deployments. */
export class AlarmsNode extends Heading<Service> {
  readonly kind = "alarms";
  readonly doing = "describe alarms";
  readonly pace = "slow";

  row(): Row {
    return {
      label: "Alarms",
      description: String(this.#names().length),
      icon: { id: "bell" },
      accessible: `Alarms: ${this.#names().join(", ")}`,
    };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const alarms = await this.session.connection.metrics.alarms(this.#names(), signal);
    return this.#names().map((name) =>
      alarmRow(
        name,
        alarms.find(({ AlarmName }) => AlarmName === name),
      ),
    );
  }

  #names(): readonly string[] {
    return this.owner.deploymentConfiguration?.alarms?.alarmNames ?? [];
  }
}

function alarmRow(name: string, alarm: Alarm | undefined): RowNode {
  const state = alarm?.StateValue?.toLowerCase().replaceAll("_", " ") ?? "not found";
  return new RowNode({
    kind: "alarm",
    id: name,
    ...defined({ arn: alarm?.AlarmArn }),
    label: name,
    description: state,
    tooltip: factSheet(name, [
      ["State", state],
      ["Reason", alarm?.StateReason],
    ]),
    icon: iconOf(alarm?.StateValue),
    accessible: `Alarm ${name}, ${state}`,
  });
}

function iconOf(state: string | undefined): Icon {
  if (state === "ALARM") return { id: "bell-dot", color: "list.errorForeground" };
  return { id: state === "OK" ? "bell" : "bell-slash" };
}
