#!/usr/bin/env bash
# Formats what changed since a revision (default HEAD) with clang-format and lints it with clang-tidy-16:
#   packaging/lint.sh [--check] [revision]      --check changes nothing and fails where something would be changed
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

check=
if [ "${1:-}" = --check ]; then
    check=1
    shift
fi
mapfile -t files < <(
    { git diff --name-only --diff-filter=d "${1:-HEAD}"; git ls-files --others --exclude-standard; } |
        sort -u | grep -E '^(src|ui|tests)/.*\.(cpp|h)$' || true)
[ ${#files[@]} -gt 0 ] || exit 0

if [ -n "$check" ]; then
    clang-format --dry-run --Werror "${files[@]}"
else
    clang-format -i "${files[@]}"
fi
database=build/dev
if command -v clang-tidy-16 >/dev/null && [ -f $database/compile_commands.json ]; then
    printf '%s\n' "${files[@]}" | grep '\.cpp$' | xargs -r clang-tidy-16 --quiet -p $database
else
    echo "lint: clang-tidy-16 or $database is missing; only the format was looked at" >&2
fi
