import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The configuration that the documentation gives, with the server that was built. */
function documentedConfiguration(): string {
  const page = readFileSync(join(root, "docs/editors.md"), "utf8");
  return /```lua\n([\s\S]*?)```/.exec(page)![1]!.replace("/path/to/taskwright/", root);
}

/** Opens a file with a mistake and writes down what the user would see. */
const script = `
local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then error("waited in vain for " .. what) end
end
vim.cmd("filetype on")
vim.cmd("edit checkout/task-definition.json")
wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
local errors = vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })
local seen = { errors = {} }
for _, each in ipairs(errors) do table.insert(seen.errors, { code = each.code, line = each.lnum + 1, message = each.message }) end
local function ask(method, line, character, more)
  local params = vim.tbl_extend("force", { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = character } }, more or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  for _, answer in pairs(answers) do return answer.result end
end
local function ask_for_action(at)
  local place = { line = at.lnum, character = at.col }
  return ask("textDocument/codeAction", at.lnum, at.col, { range = { start = place, ["end"] = place }, context = { diagnostics = {} } })[1]
end
local memory = errors[1]
seen.sizes = {}
for _, item in ipairs(ask("textDocument/completion", memory.lnum, memory.col + 1).items) do table.insert(seen.sizes, item.label) end
seen.hover = ask("textDocument/hover", memory.lnum, memory.col + 1).contents.value
local action = ask_for_action(memory)
vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
seen.action = action.title
seen.mended = vim.api.nvim_buf_get_lines(0, memory.lnum, memory.lnum + 1, false)[1]
wait("the mistake to go", function() return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0 end)

vim.cmd("edit! worker/task-definition.json")
wait("the server", function() return #vim.lsp.get_active_clients() > 1 end)
local line = vim.fn.search('"containerName"') - 1
local column = vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1]:find("log%-router")
local definition = ask("textDocument/definition", line, column)
seen.definition = (definition.range or definition[1].range).start.line + 1
vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", line, column, { newName = "router" }), "utf-16")
seen.renamed = {}
for number, each in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do if each:find('"router"') then table.insert(seen.renamed, number) end end
vim.api.nvim_buf_set_lines(0, 0, 2, false, { '{', '  "family":"worker",' })
vim.lsp.util.apply_text_edits(ask("textDocument/formatting", 0, 0, { options = { tabSize = 2, insertSpaces = true } }), 0, "utf-16")
seen.formatted = vim.api.nvim_buf_get_lines(0, 1, 2, false)[1]
vim.fn.writefile({ vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen) }, "seen.json")
vim.cmd("qall!")
`;

function hasNeovim(): boolean {
  try {
    execFileSync("nvim", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe("In Neovim, with the configuration of docs/editors.md,", () => {
  let folder: string;
  before(function () {
    if (!hasNeovim()) {
      process.stdout.write("      (skipped: Neovim is not installed)\n");
      return this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), "taskwright-nvim-"));
    cpSync(join(root, "samples"), folder, { recursive: true });
    writeFileSync(join(folder, "init.lua"), documentedConfiguration());
    writeFileSync(join(folder, "script.lua"), script);
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  it("a user sees a mistake and what to choose, mends it, goes to a definition, renames and formats", () => {
    const directories = {
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
    };
    execFileSync("nvim", ["--headless", "-n", "-u", "init.lua", "-c", "luafile script.lua", "-c", "cquit"], {
      cwd: folder,
      env: { ...process.env, ...directories },
      timeout: 30_000,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const seen = JSON.parse(readFileSync(join(folder, "seen.json"), "utf8")) as {
      errors: { code: string; line: number }[];
      sizes: string[];
      hover: string;
      action: string;
      mended: string;
      definition: number;
      renamed: number[];
      formatted: string;
    };
    assert.deepEqual(
      seen.errors.map(({ code, line }) => [code, line]),
      [["fargate-cpu-memory-combination", 6]],
    );
    assert.deepEqual(seen.sizes.slice(0, 4), ["512", "1024", "2048", "3072"]);
    assert.match(seen.hover, /^4096 MiB: 4 GiB/);
    assert.deepEqual([seen.action, seen.mended], ["Use 2048 MiB of memory", '  "memory": "2048",']);
    assert.deepEqual([seen.definition, seen.renamed], [23, [16, 23]]);
    assert.equal(seen.formatted, '  "family": "worker",');
  }).timeout(120_000);
});
