import type { Command } from "./command.ts";

type Placed = Pick<Command, "id" | "groups">;

/** Whether a group of a row's menu is that of the buttons on the row. */
const isButton = (group: string): boolean => group.startsWith("inline");

/**
 * Id under which a command is known as a button on rows. It is one of its own where the command stands in
 * their menu as well: VS Code gives a row that is being shown anew to neither, but the row of a menu has the
 * focus, and so can be found.
 */
export function buttonId({ id, groups = [] }: Placed): string | undefined {
  if (!groups.some(isButton)) return undefined;
  return groups.every(isButton) ? id : `${id}.button`;
}

/** Id under which a command is known in a group of a row's menu. */
export function idInGroup(command: Placed, group: string): string {
  return (isButton(group) && buttonId(command)) || command.id;
}

/** All ids under which a command is known. */
export function idsOf(command: Placed): readonly string[] {
  const button = buttonId(command);
  return button === undefined || button === command.id ? [command.id] : [command.id, button];
}
