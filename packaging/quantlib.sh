#!/usr/bin/env bash
# Unpacks Debian's QuantLib into build/quantlib, a peer of tapeline-bench: ./packaging/quantlib.sh
# It is not installed: it asks for another version of Boost, which is unpacked beside it. Without
# QuantLib the bench leaves the peer out.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder="$top/build/quantlib"
[ ! -e "$folder/usr/include/ql/quantlib.hpp" ] || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
if ! apt-get download -qq libquantlib0-dev libquantlib0v5 libboost1.74-dev; then
    echo "quantlib: apt-get could not download it; the bench goes without" >&2
    exit 0
fi
mkdir -p "$folder"
for package in ./*.deb; do
    dpkg -x "$package" "$folder"
done
