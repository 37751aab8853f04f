#!/usr/bin/env bash
# Sets up, builds a release and opens the desk on the simulated market: ./packaging/run.sh [desk options]
# Without a display the desk opens on a virtual one, with a viewer on loopback behind a one-time password.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

case "${1:-}" in
-h | --help)
    sed -n '2,3s/^# //p' "$0"
    exit 0
    ;;
--) shift ;;
esac

packaging/setup.sh
[ -f build/release/build.ninja ] || cmake --preset release -DTAPELINE_WERROR=ON
cmake --build build/release --target tapeline tapeline-cli

desk=build/release/bin/tapeline
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ] || [ -n "${QT_QPA_PLATFORM:-}" ]; then
    exec "$desk" "$@"
fi

work=$(mktemp -d)
pids=()
cleanup() {
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# Xvfb picks a free display number and tells it; x11vnc listens on loopback only
xauth_file="$work/xauth"
touch "$xauth_file"
cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
mkfifo "$work/display"
xauth -q -f "$xauth_file" add :0 . "$cookie" 2>/dev/null
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -auth "$xauth_file" 3>"$work/display" >/dev/null 2>&1 &
pids+=($!)
number=$(head -n 1 "$work/display")
xauth -q -f "$xauth_file" add ":$number" . "$cookie"
export DISPLAY=":$number" XAUTHORITY="$xauth_file"

password=$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n' | cut -c1-8)
x11vnc -storepasswd "$password" "$work/vnc" >/dev/null 2>&1
x11vnc -display "$DISPLAY" -auth "$xauth_file" -localhost -rfbauth "$work/vnc" -forever -shared -quiet \
    -autoport 5900 >"$work/port" 2>/dev/null &
pids+=($!)
for _ in $(seq 50); do
    port=$(sed -n 's/^PORT=//p' "$work/port")
    [ -z "$port" ] || break
    sleep 0.1
done
echo "No display here: the desk opens on a virtual one."
echo "  Look at it with    vncviewer localhost:${port:-5900}"
echo "  One-time password  $password"
echo "  Ctrl+C ends it."
"$desk" "$@"
