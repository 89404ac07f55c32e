import { defined } from "../../../shared/src/defined.ts";
import type { Task } from "../aws/types.ts";
import { partitionOf } from "../../../shared/src/regions.ts";
import { networkDetail, privateAddress } from "../model/taskState.ts";
import type { Session } from "../account/session.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { RowNode } from "./rowNode.ts";

/** The network interface of a task; its public address is asked of EC2 when someone looks. */
export class NetworkNode implements TreeNode {
  readonly kind = "network";
  readonly id = "network";
  readonly doing = "read the network interface";
  readonly #session: Session;
  readonly #task: Task;

  constructor(session: Session, task: Task) {
    this.#session = session;
    this.#task = task;
  }

  row(): Row {
    const address = privateAddress(this.#task) ?? "";
    return {
      label: "Network",
      description: address,
      icon: { id: "globe" },
      accessible: `Network, private address ${address}`,
    };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const id = networkDetail(this.#task, "networkInterfaceId") ?? "";
    const { network, ecs } = this.#session.connection;
    const [found, definition] = await Promise.all([
      network.networkInterface(id, signal),
      ecs.taskDefinition(this.#task.taskDefinitionArn ?? "", signal),
    ]);
    const port = definition.containerDefinitions?.flatMap(({ portMappings = [] }) => portMappings)[0]
      ?.containerPort;
    return [
      this.#fact("Private address", privateAddress(this.#task)),
      this.#publicAddress(found.publicAddress, port),
      this.#fact("Interface", id),
      this.#fact("Subnet", found.subnet, this.#ec2Link("subnet", found.subnet)),
      ...found.securityGroups.map((group) =>
        this.#fact("Security group", group, this.#ec2Link("security-group", group)),
      ),
    ].flatMap((row) => row ?? []);
  }

  #publicAddress(address: string | undefined, port: number | undefined): RowNode | undefined {
    if (address === undefined) return this.#fact("Public address", "none");
    const url = `http://${address}${port === undefined || port === 80 ? "" : `:${port}`}/`;
    return new RowNode({
      kind: "address",
      id: "public",
      label: "Public address",
      description: address,
      url,
      accessible: `Public address ${address}`,
    });
  }

  #fact(label: string, value: string | undefined, url?: string): RowNode | undefined {
    if (value === undefined) return undefined;
    return new RowNode({
      kind: "fact",
      id: `${label} ${value}`,
      label,
      description: value,
      ...defined({ url }),
      accessible: `${label} ${value}`,
    });
  }

  #ec2Link(kind: string, id: string | undefined): string | undefined {
    const { connection } = this.#session;
    const { region } = connection.target;
    return id === undefined
      ? undefined
      : connection.consolePage(`arn:${partitionOf(region)}:ec2:${region}::${kind}/${id}`);
  }
}
