import { createConnection, ProposedFeatures, StreamMessageReader } from "vscode-languageserver/node";
import { Lifecycle } from "./lifecycle.ts";
import { endWithClient } from "./node/endWithClient.ts";
import { nodeHost } from "./node/nodeHost.ts";
import { StdioWriter } from "./node/stdioWriter.ts";
import { startServer } from "./server.ts";

const lifecycle = new Lifecycle();
const options = { messageStrategy: lifecycle };
const connection = process.argv.includes("--stdio")
  ? createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(process.stdin),
      new StdioWriter(process.stdout),
      options,
    )
  : // --node-ipc, --socket and --pipe are read from the command line.
    createConnection(ProposedFeatures.all, options);
lifecycle.refuse(connection);
startServer(connection, nodeHost);
endWithClient();
