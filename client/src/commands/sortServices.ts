import type { SortOrder } from "../account/viewOptions.ts";
import type { Command } from "./command.ts";

const orders: readonly { readonly label: string; readonly detail: string; readonly value: SortOrder }[] = [
  { label: "By name", detail: "From a to z.", value: "name" },
  { label: "By state", detail: "Failed first, then short of tasks, deploying, steady.", value: "state" },
];

export const sortServices: Command = {
  id: "taskwright.sortServices",
  title: "Sort Services…",
  viewTitle: "2_filter@2",
  async run({ ui, view }) {
    const choices = orders.map((order) =>
      order.value === view.sort ? { ...order, description: "current" } : order,
    );
    const sort = await ui.pick("Sort services", choices);
    if (sort) view.set({ sort });
  },
};
