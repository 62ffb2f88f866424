#!/usr/bin/env bash
# Installs the Debian packages that some tests use, where they are missing and this may be done. Without them those
# tests stand aside and say so.
set -eu
packages=()
command -v age >/dev/null && command -v age-keygen >/dev/null || packages+=(age)
command -v ssh-keygen >/dev/null || packages+=(openssh-client)
[ -x /usr/sbin/sshd ] || packages+=(openssh-server)
[ -x /usr/bin/cloud-init ] || packages+=(cloud-init)
command -v named-checkzone >/dev/null || packages+=(bind9-utils)
[ ${#packages[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "not installed, and this is no root of a Debian: ${packages[*]}; their tests stand aside" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
# Tests start what they need themselves: no SSH server is to listen here now, and cloud-init is never to run.
if [ ! -e /usr/sbin/policy-rc.d ]; then
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
  chmod +x /usr/sbin/policy-rc.d
fi
case " ${packages[*]} " in *' cloud-init '*) mkdir -p /etc/cloud && touch /etc/cloud/cloud-init.disabled ;; esac
{ apt-get update -q && apt-get install -q -y --no-install-recommends "${packages[@]}"; } >&2 ||
  echo "could not be installed: ${packages[*]}; their tests stand aside" >&2
