// Runs a script of this project with the Node that is among its packages, on a checkout where nothing has been
// installed yet too:
//   node scripts/bootstrap.mjs scripts/start.ts [arguments]
// Its own words are those of an old Node, so that this can be said where one is too old. It needs no package.
const oldest = 20;
if (Number(process.versions.node.split(".")[0]) < oldest) {
  console.error(
    `This needs Node.js ${oldest} or later, and this is ${process.version}. Install a newer one from https://nodejs.org or with a version manager (nvm install 24), then run the same command again.`,
  );
  process.exit(1);
}
import("./bootstrap/runScript.mjs").then(({ runScript }) => runScript(process.argv.slice(2)));
