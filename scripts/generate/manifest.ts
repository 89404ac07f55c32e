import { commands } from "../../client/src/commands/index.ts";
import type { Command } from "../../client/src/commands/command.ts";
import { idInGroup, idsOf } from "../../client/src/commands/rowButton.ts";
import { repository } from "../../shared/src/repository.ts";
import type { Part } from "./part.ts";
import { printManifest } from "./printManifest.ts";

interface MenuItem {
  readonly command: string;
  readonly when: string;
  readonly group?: string;
}

interface Manifest {
  repository: unknown;
  bugs: unknown;
  homepage: string;
  contributes: { commands: unknown; menus: Record<string, readonly MenuItem[]> };
}

const inView = "view == taskwright.explorer";

/** The commands and menus of package.json, from the list of commands. */
export const manifest: Part = {
  file: "package.json",
  what: "the links, contributes.commands and contributes.menus",
  async render(current) {
    const json = JSON.parse(current) as Manifest;
    json.repository = { type: "git", url: `${repository}.git` };
    json.bugs = { url: `${repository}/issues` };
    json.homepage = `${repository}#readme`;
    const sorted = [...(commands as readonly Command[])].sort((a, b) => a.id.localeCompare(b.id));
    json.contributes.commands = sorted.flatMap((command) =>
      idsOf(command).map((id) => ({
        command: id,
        title: command.title,
        category: "ECS",
        ...(command.icon === undefined ? {} : { icon: `$(${command.icon})` }),
      })),
    );
    json.contributes.menus = {
      commandPalette: sorted.flatMap((command) => [
        ...(command.palette === undefined ? [] : [inPalette(command.id, command.palette)]),
        ...idsOf(command)
          .slice(1)
          .map((id) => inPalette(id, "never")),
      ]),
      "view/title": sorted.flatMap(({ id, viewTitle, viewWhen }) =>
        viewTitle === undefined
          ? []
          : [
              {
                command: id,
                when: viewWhen === undefined ? inView : `${inView} && ${viewWhen}`,
                group: viewTitle,
              },
            ],
      ),
      "view/item/context": sorted.flatMap((command) =>
        (command.groups ?? []).map((group) => ({
          command: idInGroup(command, group),
          when: onRows(command),
          group,
        })),
      ),
      "editor/title": sorted.flatMap(({ id, editorTitle, editorWhen }) =>
        editorTitle === undefined
          ? []
          : [{ command: id, when: editorWhen ?? ownLanguages, group: editorTitle }],
      ),
      "editor/context": sorted.flatMap(({ id, editorContext, editorWhen }) =>
        editorContext === undefined
          ? []
          : [{ command: id, when: editorWhen ?? ownLanguages, group: editorContext }],
      ),
      "file/newFile": sorted.flatMap(({ id, isNewFile }) =>
        isNewFile ? [{ command: id, group: "file", when: "true" }] : [],
      ),
    };
    return printManifest(json);
  },
};

const ownLanguages = "resourceLangId == ecs-task-definition || resourceLangId == ecs-service";

const inPalette = (command: string, palette: string): MenuItem => ({
  command,
  when: palette === "never" ? "false" : palette,
});

/** The rows on which a command stands; see contextValue.ts for how it is written. */
function onRows({ on, needs }: Command): string {
  const kinds = on === undefined ? [] : [`viewItem =~ /^;(${on.join("|")});/`];
  return [inView, ...kinds, ...(needs === undefined ? [] : [`viewItem =~ /;${needs};/`])].join(" && ");
}
