#!/bin/sh
# Before a release: asks the public database of known weaknesses about every locked package, and writes the bill of
# materials.
#
#   sh packaging/audit.sh [FOLDER]     where sbom.json goes (default: dist)
#
# Needs the network. Ends with 1 where a weakness is known, or the database cannot be asked.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
out=${1:-$root/dist}
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT

mkdir -p "$out"
python3 "$root/packaging/sbom.py" --out "$out/sbom.json"
echo "audit: the bill of materials is in $out/sbom.json"

python3 -m venv "$tools"
"$tools/bin/pip" install --quiet --disable-pip-version-check pip-audit==2.10.1
for lock in "$root"/packaging/requirements*.txt; do
    echo "audit: $(basename "$lock")"
    "$tools/bin/pip-audit" --strict --require-hashes --disable-pip --requirement "$lock"
done
