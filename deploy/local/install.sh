#!/bin/sh
# Makes .venv from requirements-dev.lock with every hash checked, and puts the project in it. Needs nothing but a
# Python 3.11+ and a package index. `make` calls it when the lock has changed.
set -eu

venv=.venv

fail() {
    echo "kith: $1" >&2
    exit 1
}

recent_python() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    fail "no Python 3.11 or newer found: install one, e.g. \`apt-get install python3 python3-venv\`"
}

can_apt() {
    [ "$(id -u)" = 0 ] && [ -r /etc/debian_version ] && command -v apt-get >/dev/null
}

make_venv() {
    python=$(recent_python)
    if uv --version >/dev/null 2>&1; then
        uv venv --quiet --seed --python "$python" "$venv"
    elif ! "$python" -m venv "$venv" 2>/dev/null; then
        rm -rf "$venv"
        can_apt || fail "this Python cannot make a virtual environment: \`apt-get install python3-venv\`"
        apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
        "$python" -m venv "$venv" || fail "could not make $venv"
    fi
}

fill_venv() {
    if ! uv --version >/dev/null 2>&1; then
        "$venv/bin/python" -m pip install --quiet uv || true
        PATH="$PWD/$venv/bin:$PATH"
    fi
    lock="--require-hashes -r requirements-dev.lock"
    # pip second: an index may be configured for pip alone
    # shellcheck disable=SC2086
    uv pip install --quiet --python "$venv/bin/python" $lock 2>/dev/null ||
        "$venv/bin/python" -m pip install --quiet $lock ||
        fail "the locked dependencies could not be installed"
    uv pip install --quiet --python "$venv/bin/python" --no-deps -e . 2>/dev/null ||
        "$venv/bin/python" -m pip install --quiet --no-deps -e . ||
        fail "the project could not be installed"
}

[ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1 || { rm -rf "$venv" && make_venv; }
fill_venv
