#!/bin/sh
# Reports read by GNU parallel, one `duizhao extract` a core, come to the same comparison, byte for byte, as read by one.
# bench/parallel.sh [REPORTS]    DUIZHAO_CLI names another build
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cli=${DUIZHAO_CLI:-$here/dist/cli.js}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
node "$here/bench/generate.mjs" "${1:-400}" > reports.ndjson
# With --sshlogin a,b,c the blocks go to other hosts; the records come back in whatever order they are done.
parallel --pipe --block 200k --line-buffer node "$cli" extract --quiet < reports.ndjson > many.ndjson
node "$cli" extract --quiet < reports.ndjson > one.ndjson
for records in many one; do
  node "$cli" compare --records $records.ndjson --format json --out $records --quiet --no-cache
done
cmp many/data/comparison.json one/data/comparison.json
echo "$(wc -l < reports.ndjson) reports in $(parallel --pipe --block 200k -k echo block < reports.ndjson | wc -l) blocks: the same comparison, $(sha256sum < one/data/comparison.json | cut -c1-16)"
