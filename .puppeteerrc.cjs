// The set-up finds a browser (scripts/setup.mjs); installing packages must not download one.
module.exports = { skipDownload: true };
