#!/bin/sh
# Installs what Attune needs, then starts it. The first start takes minutes, every other one is immediate.
#
#   sh packaging/run.sh [--yes] [--no-train | --train] [attune's own arguments...]
#
# --yes       install missing system packages without asking
# --no-train  leave out fine-tuning and PyTorch, its largest part; kept for later starts until --train
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1
# shellcheck source=packaging/setup.sh
. "$root/packaging/setup.sh"

assume_yes=no
level=''
while [ $# -gt 0 ]; do
    case $1 in
    --yes) assume_yes=yes ;;
    --no-train) level=core ;;
    --train) level=train ;;
    *) break ;;
    esac
    shift
done

ensure_environment "$level" run || exit 1

if [ $# -eq 0 ] && [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "No display was found, so Attune runs in this terminal."
fi
exec "$venv/bin/attune" "$@"
