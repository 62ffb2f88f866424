#!/usr/bin/env bash
# Installs the Debian packages that some tests use, where they are missing and this may be done. Without them those
# tests stand aside and say so.
set -eu
packages=()
command -v age >/dev/null && command -v age-keygen >/dev/null || packages+=(age)
command -v ssh-keygen >/dev/null || packages+=(openssh-client)
command -v named-checkzone >/dev/null || packages+=(bind9-utils)
[ ${#packages[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "not installed, and this is no root of a Debian: ${packages[*]}; their tests stand aside" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
{ apt-get update -q && apt-get install -q -y --no-install-recommends "${packages[@]}"; } >&2 ||
  echo "could not be installed: ${packages[*]}; their tests stand aside" >&2
