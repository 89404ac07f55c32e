import { readFileSync } from "node:fs";
import { loadHcl } from "../../server/src/service/syntax/hcl/parser.ts";

const packages = new URL("../../node_modules/", import.meta.url);

/** The parser of HCL, from the packages that the build copies it from. */
export const hcl = await loadHcl({
  parser: readFileSync(new URL("web-tree-sitter/web-tree-sitter.wasm", packages)),
  grammar: readFileSync(
    new URL("@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm", packages),
  ),
});
