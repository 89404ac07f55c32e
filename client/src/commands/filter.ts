import type { Command } from "./command.ts";

/** Filters services and task definitions by a part of their name. */
export const filter: Command = {
  id: "taskwright.filter",
  title: "Filter by Name…",
  icon: "filter",
  viewTitle: "navigation@1",
  async run({ ui, view }) {
    const text = await ui.input({
      title: "Filter services and task definitions",
      prompt: "Part of the name. Leave it empty to show all.",
      value: view.filter,
    });
    if (text !== undefined) view.set({ filter: text.trim() });
  },
};

export const clearFilter: Command = {
  id: "taskwright.clearFilter",
  title: "Clear Filters",
  icon: "clear-all",
  viewTitle: "navigation@2",
  viewWhen: "taskwright.filtered",
  palette: "taskwright.filtered",
  async run({ view }) {
    view.set({ filter: "", unhealthyOnly: false });
  },
};

export const showUnhealthyOnly: Command = {
  id: "taskwright.showUnhealthyOnly",
  title: "Show Unhealthy Services Only",
  viewTitle: "2_filter@1",
  async run({ view }) {
    view.set({ unhealthyOnly: true });
  },
};
