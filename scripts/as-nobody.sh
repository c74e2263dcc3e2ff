#!/bin/sh
# as-nobody.sh ARGS…: runs the program $FORTHWITH_EXE as the user nobody, in the home $FORTHWITH_USER_HOME or a new one.
# Chromium's sandbox refuses root; started this way the app keeps its sandbox where the tests run as root.
home="${FORTHWITH_USER_HOME:-$(mktemp -d "${TMPDIR:-/tmp}/forthwith-home.XXXXXX")}"
mkdir -p "$home" && chown 65534:65534 "$home" && chmod 700 "$home" || exit 1
export HOME="$home" XDG_CONFIG_HOME="$home/.config" XDG_CACHE_HOME="$home/.cache" XDG_RUNTIME_DIR="$home"
export DBUS_SESSION_BUS_ADDRESS="${DBUS_SESSION_BUS_ADDRESS:-disabled:}"
exec setpriv --reuid=65534 --regid=65534 --clear-groups -- "$FORTHWITH_EXE" "$@"
