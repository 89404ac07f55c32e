import { ECSClient, TagResourceCommand, UntagResourceCommand, type Tag } from "@aws-sdk/client-ecs";
import type { Pen } from "./pen.ts";
import { writtenTo } from "../../model/resource.ts";

/** What changes the tags of any resource of ECS, by its ARN. */
export interface TagWrites {
  /** Sets these tags and leaves the others. */
  tagResource(resourceArn: string, tags: readonly Tag[]): Promise<void>;
  untagResource(resourceArn: string, tagKeys: readonly string[]): Promise<void>;
}

export function tagWrites(pen: Pen): TagWrites {
  const client = pen.clients.of(ECSClient, "ECS");
  return {
    async tagResource(resourceArn, tags) {
      await pen.write({
        operation: "TagResource",
        on: [writtenTo(resourceArn)],
        send: (admit) => client.send(admit(new TagResourceCommand({ resourceArn, tags: [...tags] }))),
      });
    },

    async untagResource(resourceArn, tagKeys) {
      const input = { resourceArn, tagKeys: [...tagKeys] };
      await pen.write({
        operation: "UntagResource",
        on: [writtenTo(resourceArn)],
        send: (admit) => client.send(admit(new UntagResourceCommand(input))),
      });
    },
  };
}
