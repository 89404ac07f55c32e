import type { Container } from "../aws/types.ts";
import type { Row, TreeNode } from "./node.ts";

export class ContainerNode implements TreeNode {
  readonly kind = "container";
  readonly id: string;
  readonly container: Container;

  constructor(container: Container) {
    this.container = container;
    this.id = container.name ?? "";
  }

  row(): Row {
    const { name = "", lastStatus = "UNKNOWN", image = "", exitCode } = this.container;
    const exit = exitCode === undefined ? "" : `exit code ${exitCode}`;
    const words = [lastStatus.toLowerCase(), exit, image].filter(Boolean);
    return { label: name, description: words.join(" · "), icon: { id: "package" }, accessible: `Container ${name}, ${words.join(", ")}` };
  }
}
