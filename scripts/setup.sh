#!/usr/bin/env bash
# Installs what ebb is built with, and nothing that is there already.
# Debian and Ubuntu: apt-get, by sudo only where needed. macOS: Homebrew.
set -euo pipefail

fail() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

command -v swift >/dev/null 2>&1 || fail \
  "there is no Swift toolchain; install Swift 6.1 or newer from https://www.swift.org/install and run this again"

version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\)\.\([0-9][0-9]*\).*/\1 \2/p' | head -n 1)
read -r major minor <<<"${version:-0 0}"
if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 1 ]; }; then
  fail "Swift $major.$minor is too old; install Swift 6.1 or newer from https://www.swift.org/install"
fi

case $(uname -s) in
  Linux)
    command -v apt-get >/dev/null 2>&1 || fail \
      "this Linux has no apt-get; install the development files of ncurses (wide), SQLite and cmark-gfm by hand"
    wanted=(libncurses-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev)
    missing=()
    for package in "${wanted[@]}"; do
      state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
      [ "$state" = "install ok installed" ] || missing+=("$package")
    done
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    refresh() {
      [ ${#as_root[@]} -eq 0 ] || command -v sudo >/dev/null 2>&1 ||
        fail "install as root: apt-get install $*"
      "${as_root[@]}" apt-get update -qq
    }
    install() {
      echo "setup: installing $* with apt-get"
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@"
    }
    if [ ${#missing[@]} -eq 0 ]; then
      echo "setup: the system libraries are there"
    else
      refresh "${missing[@]}"
      install "${missing[@]}"
    fi
    # Continuous integration looks at the page of reports in a browser; nobody else has to.
    if [ "${CI:-}" = true ] && ! command -v chromium >/dev/null 2>&1; then
      refresh chromium
      if apt-cache show chromium >/dev/null 2>&1; then
        install chromium fonts-dejavu-core
      else
        echo "setup: there is no chromium to install; the page of reports is not looked at"
      fi
    fi
    ;;
  Darwin)
    command -v brew >/dev/null 2>&1 || fail \
      "there is no Homebrew; install it from https://brew.sh, then run this again"
    for formula in cmark-gfm; do
      if brew list --versions "$formula" >/dev/null 2>&1; then
        echo "setup: $formula is there"
      else
        echo "setup: installing $formula with Homebrew"
        brew install "$formula"
      fi
    done
    ;;
  *) fail "this system is not known; ebb builds on Debian, Ubuntu and macOS" ;;
esac
