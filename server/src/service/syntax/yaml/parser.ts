import {
  type CollectionTag,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  parseAllDocuments,
  type ScalarTag,
} from "yaml";
import { cloudFormationTags } from "./cloudFormationTags.ts";
import type { YamlLibrary } from "./readYaml.ts";

/** The tags of CloudFormation, which may stand before a text, a list or a mapping. */
const tags = cloudFormationTags.flatMap((name): (ScalarTag | CollectionTag)[] => [
  { tag: name, resolve: (text: string) => text },
  { tag: name, collection: "seq" },
  { tag: name, collection: "map" },
]);

/** The library, set to YAML 1.2. This file is loaded with the first YAML text, as reading it takes time. */
export const yaml: YamlLibrary = {
  parse: (text) =>
    parseAllDocuments(text, {
      customTags: (known) => known.concat(tags),
      logLevel: "silent",
      prettyErrors: false,
      schema: "core",
      uniqueKeys: false,
    }),
  comments: (text) => {
    const tokens = [...new Lexer().lex(text)];
    // A mark stands before each text, which may start like a comment.
    return tokens.filter((token, index) => token.startsWith("#") && tokens[index - 1] !== "\u001f");
  },
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
};
