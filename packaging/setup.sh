# What run.sh and test.sh share; read by them with `.`, after they have set $root to the checkout.
# POSIX sh. Everything said goes to stderr, so that the output of attune stays clean.
# shellcheck shell=sh disable=SC2154

venv=$root/.venv
oldest_python=3.11
newest_python=3.13

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }

# Makes .venv ready for a level ("" keeps the present one; see install.py). $2: system package groups.
ensure_environment() {
    state=0
    environment_state "$1" || state=$?
    [ "$state" -eq 0 ] && return 0
    say "setup: preparing Attune in $venv; this is needed once and after updates"
    install_system_packages "$2"
    if [ "$state" -eq 4 ] || ! environment_python -m pip --version >/dev/null 2>&1; then
        make_environment || return 1
    fi
    environment_python "$root/packaging/install.py" install ${1:+--level "$1"}
}

# 0: ready; 3: something is missing; 4: there is no environment, or one that was moved; other: it does not run.
environment_state() {
    [ -x "$venv/bin/python" ] || return 4
    # Without site-packages: a start must not pay for them.
    "$venv/bin/python" -E -s -S "$root/packaging/install.py" ready ${1:+--level "$1"} 2>/dev/null
}

environment_python() { "$venv/bin/python" -E -s "$@"; }

make_environment() {
    find_python || install_python || return 1
    say "setup: making a virtual environment with $("$python" --version 2>&1)"
    "$python" -m venv --clear "$venv" >&2 || {
        say "setup: the virtual environment could not be made in $venv; is the disk full or the folder read-only?"
        return 1
    }
}

# ---- Python -------------------------------------------------------------------------------------------------

# Sets $python to an interpreter of a supported version that can make virtual environments.
find_python() {
    for python in ${ATTUNE_PYTHON:+"$ATTUNE_PYTHON"} python3 python3.13 python3.12 python3.11 \
        "${HOME:-}/.local/bin/python3.13" /opt/homebrew/bin/python3.13 /usr/local/bin/python3.13; do
        suits "$python" 'import ensurepip, venv' && return 0
    done
    return 1
}

# Whether interpreter $1 runs, has a supported version, and bears the statement $2.
suits() {
    has "$1" && "$1" -c "
import sys
low, high = (tuple(map(int, text.split('.'))) for text in ('$oldest_python', '$newest_python'))
$2
sys.exit(not low <= sys.version_info[:2] <= high)" </dev/null >/dev/null 2>&1
}

install_python() {
    case $(package_manager) in
    apt)
        apt_python=$(choose_apt_python)
        [ -n "$apt_python" ] && install_with apt "Python" "$apt_python" "$apt_python-venv"
        ;;
    dnf) install_with dnf "Python" python3.13 ;;
    pacman) install_with pacman "a tool that gets Python" uv && uv python install "$newest_python" >&2 ;;
    brew) install_with brew "Python" "python@$newest_python" ;;
    esac
    find_python && return 0
    say "setup: Attune needs Python $oldest_python to $newest_python with venv, and none was found."
    say "  Debian, Ubuntu: sudo apt-get install python3 python3-venv     Fedora: sudo dnf install python3.13"
    say "  Arch: sudo pacman -S uv && uv python install 3.13             macOS: brew install python@3.13"
    say "  Or name one: ATTUNE_PYTHON=/path/to/python3.13 sh packaging/run.sh"
    return 1
}

# The Python that only lacks its venv package, else the newest that the distribution offers.
choose_apt_python() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        suits "$candidate" '' || continue
        "$candidate" -c 'import sys; print("python{}.{}".format(*sys.version_info))'
        return
    done
    for candidate in python3.13 python3.12 python3.11; do
        apt-cache show "$candidate" >/dev/null 2>&1 && echo "$candidate" && return
    done
}

# ---- System packages ----------------------------------------------------------------------------------------

# Installs what is missing of the groups named in $1; going on without is allowed, and said.
install_system_packages() {
    manager=$(package_manager)
    case $manager in apt | dnf | pacman) ;; *) return 0 ;; esac
    missing=$(missing_packages "$manager" "$1")
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086 # a list of names, split on purpose
    install_with "$manager" "system libraries" $missing && return 0
    say "setup: going on without: $missing"
    say "  The microphone or the window may not work. 'attune doctor' says what is missing."
}

package_manager() {
    if has apt-get && has dpkg-query; then
        echo apt
    elif has dnf; then
        echo dnf
    elif has pacman; then
        echo pacman
    elif has brew; then
        echo brew
    fi
}

# The packages of the groups $2 that manager $1 does not have installed, on one line.
missing_packages() {
    wanted_packages "$1" "$2" | while read -r choices; do
        any_installed "$1" "$choices" || printf '%s ' "${choices%%|*}"
    done
}

# The table's entries for manager $1 and groups $2, one a line, each once.
wanted_packages() {
    awk -v manager="$1" -v groups=" $2 " '
        BEGIN { column["apt"] = 2; column["dnf"] = 3; column["pacman"] = 4 }
        /^[a-z]/ && index(groups, " " $1 " ") {
            name = $(column[manager])
            if (name != "-" && !seen[name]++) print name
        }' "$root/packaging/system-packages.txt"
}

any_installed() {
    for package in $(echo "$2" | tr '|' ' '); do
        case $1 in
        apt) dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' && return 0 ;;
        dnf) rpm -q "$package" >/dev/null 2>&1 && return 0 ;;
        pacman) pacman -Q "$package" >/dev/null 2>&1 && return 0 ;;
        esac
    done
    return 1
}

# install_with MANAGER WHAT PACKAGE...: asks unless root or --yes, then installs. Fails if declined or impossible.
install_with() {
    manager=$1 what=$2
    shift 2
    say "setup: missing $what: $*"
    if [ "$manager" = brew ]; then
        agreed && brew install "$@" >&2
        return
    fi
    [ "$(id -u)" -eq 0 ] && become='' || become=sudo
    if [ -n "$become" ]; then
        has sudo || { say "setup: they need an administrator, and there is no sudo here"; return 1; }
        agreed || return 1
    fi
    case $manager in
    apt)
        $become apt-get update -qq </dev/null >&2 || say "setup: the package lists could not be renewed; trying anyway"
        $become env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@" </dev/null >&2
        ;;
    dnf) $become dnf install -y "$@" </dev/null >&2 ;;
    pacman) $become pacman -S --needed --noconfirm "$@" </dev/null >&2 ;;
    esac
}

# Whether installing was agreed to. Without a terminal there is nobody to ask, and the answer is no.
agreed() {
    [ "${assume_yes:-no}" = yes ] && return 0
    [ -t 0 ] || { say "setup: not installed, as nobody is there to ask; start again with --yes to allow it"; return 1; }
    printf 'Install them now? [Y/n] ' >&2
    read -r answer || return 1
    case $answer in '' | y | Y | yes | Yes) return 0 ;; *) return 1 ;; esac
}
