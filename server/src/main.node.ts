import { createConnection, ProposedFeatures, StreamMessageReader } from "vscode-languageserver/node";
import { startServer } from "./server.ts";
import { nodeHost } from "./node/nodeHost.ts";
import { StdioWriter } from "./node/stdioWriter.ts";

if (process.argv.includes("--stdio")) {
  // The client is gone without a word.
  process.stdin.on("end", () => process.exit(1));
  startServer(
    createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(process.stdin),
      new StdioWriter(process.stdout),
    ),
    nodeHost,
  );
} else {
  // --node-ipc, --socket and --pipe are read from the command line.
  startServer(createConnection(ProposedFeatures.all), nodeHost);
}
