import { createConnection, ProposedFeatures, StreamMessageReader } from "vscode-languageserver/node";
import { endWithClient } from "./node/endWithClient.ts";
import { nodeHost } from "./node/nodeHost.ts";
import { StdioWriter } from "./node/stdioWriter.ts";
import { startServer } from "./server.ts";

if (process.argv.includes("--stdio")) {
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
endWithClient();
