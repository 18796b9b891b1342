#!/bin/sh
# Makes the lock files anew from pyproject.toml. For whoever maintains Attune; needs the network and `uv`.
#
#   sh packaging/lock.sh             keep the pinned versions, add and drop what pyproject.toml asks for
#   sh packaging/lock.sh --upgrade   take the newest versions that fit
#
# One lock serves Python 3.11-3.13 on Linux, macOS and Windows, with the same versions wherever they exist; every
# line has the hashes of all its wheels. The locks are nested: dictation, then training, then the checks.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
cd "$here/.."
command -v uv >/dev/null || {
    echo "lock.sh: uv is missing. Install it with: python3 -m pip install uv" >&2
    exit 1
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The project itself is installed without build isolation, so what builds it is part of every lock.
echo 'setuptools>=77' >"$scratch/build.in"
# Torch stands beside the locks, because its build depends on the machine; what every build of it needs does not, nor
# does uv, which knows where the build for a machine is to be had.
echo 'torch' >"$scratch/excludes.in"
printf '%s\n' filelock fsspec jinja2 networkx sympy typing-extensions uv >"$scratch/torch-needs.in"
# CTranslate2 loads cuBLAS 12 when there is an NVIDIA GPU; nothing else of CUDA.
cat >"$scratch/nvidia.in" <<'NEEDS'
nvidia-cublas-cu12>=12.4,<13 ; sys_platform == 'linux' or sys_platform == 'win32'
NEEDS

compile() {
    output=$1
    shift
    uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --no-build \
        --no-emit-index-url --no-emit-find-links --strip-extras --no-annotate \
        --custom-compile-command "sh packaging/lock.sh" --output-file "packaging/$output" "$@" >/dev/null
}

compile requirements-dev.txt "$@" --excludes "$scratch/excludes.in" --extra train --extra dev \
    pyproject.toml "$scratch/build.in" "$scratch/torch-needs.in"
compile requirements-train.txt "$@" --excludes "$scratch/excludes.in" --extra train \
    --constraints packaging/requirements-dev.txt pyproject.toml "$scratch/build.in" "$scratch/torch-needs.in"
compile requirements.txt "$@" --constraints packaging/requirements-train.txt pyproject.toml "$scratch/build.in"
compile requirements-nvidia.txt "$@" "$scratch/nvidia.in"
