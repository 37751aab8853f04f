#!/usr/bin/env bash
# Measures the budgets and draws how costs grow, into the help: ./packaging/bench.sh [tapeline-bench options]
# With options only the bench itself runs (--list shows its rows, --check fails below a floor).
# ./packaging/bench.sh micro [Google Benchmark options] times single functions instead.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

case "${1:-}" in
-h | --help)
    sed -n '2,4s/^# //p' "$0"
    exit 0
    ;;
esac

packaging/setup.sh bench
packaging/quantlib.sh
[ -f build/bench/build.ninja ] ||
    cmake --preset release -B build/bench -DTAPELINE_BENCH=ON -DTAPELINE_TESTS=OFF -DTAPELINE_WERROR=ON
export QT_LOGGING_RULES="*=false"
if [ "${1:-}" = micro ]; then
    cmake --build build/bench --target tapeline-microbench
    exec build/bench/bin/tapeline-microbench "${@:2}"
fi
cmake --build build/bench --target tapeline tapeline-bench
bench=build/bench/bin/tapeline-bench

if [ "$#" -gt 0 ]; then
    exec "$bench" "$@"
fi

help=resources/help
table=$(mktemp)
trap 'rm -f "$table"' EXIT
"$bench" 2> >(tee "$table" >&2)
"$bench" --curves "$help"
{
    sed '/^<!-- table -->$/q' "$help/performance.md"
    echo
    sed 's/^/    /' "$table"
    echo
    sed -n '/^<!-- curves -->$/,$p' "$help/performance.md"
} >"$help/performance.md.new"
mv "$help/performance.md.new" "$help/performance.md"
