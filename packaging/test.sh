#!/usr/bin/env bash
# Sets up, builds and runs the tests: ./packaging/test.sh [--all] [ctest options]
#   --all   also the long tests (label "long")
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

labels=(-L '^ci$')
case "${1:-}" in
--all)
    labels=()
    shift
    ;;
-h | --help)
    sed -n '2,3s/^# //p' "$0"
    exit 0
    ;;
esac

export TAPELINE_SHARED="${TAPELINE_SHARED:-$top/../shared}"
packaging/setup.sh
[ -f build/release/build.ninja ] || cmake --preset release -DTAPELINE_WERROR=ON
cmake --build build/release
ctest --test-dir build/release "${labels[@]}" --output-on-failure -j "$(nproc)" "$@"
