import {
  type CollectionTag,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
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
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
};
