import { byText, valuesAt } from "../../model/inputValues.ts";
import { atEach, checked, joined, proposals, type Check } from "./check.ts";

/** File systems of Amazon EFS exist and can be mounted. */
export const fileSystems: Check = async (context) => {
  const wanted = byText(valuesAt(context.input, "volumes/*/efsVolumeConfiguration/fileSystemId"));
  return joined(
    [...wanted].map(([id, places]) =>
      checked(places, `the file system ${id}`, async () => {
        const { DescribeFileSystemsCommand, EFSClient } = await import("@aws-sdk/client-efs");
        const client = context.clients.of(EFSClient, "EFS");
        const input = { FileSystemId: id };
        const found = await context.calls
          .read(
            "DescribeFileSystems",
            input,
            (abortSignal) => client.send(new DescribeFileSystemsCommand(input), { abortSignal }),
            context.signal,
          )
          .catch((error: unknown) => {
            if (error instanceof Error && error.name === "FileSystemNotFound") return undefined;
            throw error;
          });
        const [fileSystem] = found?.FileSystems ?? [];
        if (!fileSystem)
          return atEach(
            places,
            "account-file-system",
            `There is no file system ${id} in ${context.region}.`,
            await proposals(context, "efs-file-system", id),
          );
        if (fileSystem.NumberOfMountTargets === 0)
          return atEach(
            places,
            "account-file-system",
            `The file system ${id} has no mount target, so that no task can mount it.`,
          );
        return [];
      }),
    ),
  );
};
