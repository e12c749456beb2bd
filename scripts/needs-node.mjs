// Plain JavaScript, loaded before any script: it is what an older Node can still read.
// pnpm puts the Node that this repository pins first on the PATH of its scripts; where there is
// none for the platform, the machine's own runs, and says here that it is too old.
const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(
    `Concord needs Node 24 or newer, and this is ${process.versions.node} (${process.platform} ${process.arch}).\n` +
      "On Linux and macOS it brings its own: run it by `npx --yes pnpm@12 <command>`. Elsewhere, install a newer Node.",
  );
  process.exit(1);
}
