#!/usr/bin/env bash
# Installs what is missing to build and run Tapeline on Debian 12; with "bench" also what only
# measuring needs. Quick when nothing is missing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lists=("$here/debian-packages.txt")
[ "${1:-}" != bench ] || lists+=("$here/debian-packages-bench.txt")

missing_packages() {
    local package
    grep -hv '^#' "${lists[@]}" | while read -r package; do
        [ -n "$package" ] || continue
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "setup: these packages are missing and there is no sudo to install them: $missing" >&2
        exit 1
    fi
}

if ! command -v dpkg-query >/dev/null; then
    echo "setup: this is not Debian; see the README for what to install on other systems" >&2
    exit 1
fi

missing=$(missing_packages | tr '\n' ' ')
[ -n "${missing// /}" ] || exit 0

echo "setup: installing $missing" >&2
export DEBIAN_FRONTEND=noninteractive
for attempt in 1 2 3; do
    # shellcheck disable=SC2086 # a list of words on purpose
    if as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
        exit 0
    fi
    echo "setup: apt-get failed (try $attempt of 3)" >&2
    sleep $((attempt * 5))
done
echo "setup: apt-get could not install $missing" >&2
exit 1
