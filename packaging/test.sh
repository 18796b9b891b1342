#!/bin/sh
# Installs what the checks need, then runs all of them without a display, a sound card or the network.
#
#   sh packaging/test.sh [--full] [pytest's own arguments...]
#
# --full  also the heavy targets (tests marked `full`) and the programs they start
# With arguments for pytest, only the tests they name run after the static checks.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1
# shellcheck source=packaging/setup.sh
. "$root/packaging/setup.sh"
assume_yes=yes

marks='not full'
groups='run test'
if [ "${1:-}" = --full ]; then
    marks='full or not full'
    groups='run test full'
    shift
fi

install_system_packages "$groups"
ensure_environment dev '' || exit 1

cd "$root" || exit 1
bin=$venv/bin
export HF_HUB_OFFLINE=1 QT_QPA_PLATFORM=offscreen
unset DISPLAY WAYLAND_DISPLAY ATTUNE_HOME
failed=''

step() {
    name=$1
    shift
    say "== $name"
    "$@" || failed="$failed $name,"
}

# A folder earlier on the path than the installed packages holds a PySide6 that cannot be imported; child
# processes inherit it.
# shellcheck disable=SC2329 # called by step
without_qt() {
    ! PYTHONPATH=tests/support/no_qt "$bin/python" -c 'import PySide6' 2>/dev/null || return 1
    PYTHONPATH=$root/tests/support/no_qt "$bin/python" -m pytest -p no:pytest-qt -m "$marks" -q --cov --cov-report= \
        tests/unit/engine tests/unit/trainer
}

# What ran without Qt is not run again: it is the same code either way, and half of the time.
# shellcheck disable=SC2329 # called by step
the_rest() {
    "$bin/python" -m pytest -m "$marks" --cov --cov-append \
        --ignore=tests/unit/engine --ignore=tests/unit/trainer
}

step 'ruff check' "$bin/ruff" check .
step 'ruff format' "$bin/ruff" format --check .
step 'mypy' "$bin/mypy"
step 'mypy packaging' "$bin/mypy" packaging/install.py
step 'import-linter' "$bin/lint-imports"
step 'shellcheck' "$bin/shellcheck" -x packaging/*.sh .ci/run
if [ $# -gt 0 ]; then
    step 'the tests named' "$bin/python" -m pytest -m "$marks" --cov "$@"
else
    step 'engine and trainer without Qt' without_qt
    step 'all other tests' the_rest
fi

[ -z "$failed" ] && exit 0
say "Failed:${failed%,}"
exit 1
