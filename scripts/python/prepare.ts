// Sees to it that the tests find the AWS CLI and the emulators, or says why they will be skipped.
import { program } from "../host/program.ts";
import { pythonTools } from "./tools.ts";

await program(async () => {
  const tools = await pythonTools(console.log);
  console.log(
    typeof tools === "string"
      ? `Skipped: the tests with the AWS CLI, moto and MiniStack. ${tools}`
      : `The AWS CLI, moto and MiniStack: ${tools.env.PYTHONPATH}`,
  );
  return 0;
});
