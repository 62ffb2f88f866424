#!/bin/sh
# A kubeadm that does what joining needs: tokens are in a file, and whoever knows one that is alive may join.
#   CLUSTER   the folder of the cluster: tokens (id, secret and when it dies), joined, calls
#   MACHINE   the folder of this machine, in place of /
#   BROKEN    a word: create fails, or join stops half way
set -u
etc=$MACHINE/etc/kubernetes
mkdir -p "$etc"
echo "$(basename "$MACHINE") $1 $2" >>"$CLUSTER/calls"
random() { tr -dc a-z0-9 </dev/urandom | head -c "$1"; }
complain() {
  echo "error execution phase $1: $2" >&2
  echo 'To see the stack trace of this error execute with --v=5 or higher' >&2
  exit 1
}
case "$1 $2" in
  'token create')
    [ -e "$MACHINE/broken-create" ] && complain token 'failed to load admin kubeconfig'
    [ "$3 $4 $5" = '--ttl 15m --print-join-command' ] || complain flags "unknown: $*"
    id=$(random 6)
    secret=$(random 16)
    echo "$id $secret $(($(date +%s) + 900))" >>"$CLUSTER/tokens"
    echo "$id.$secret" >>"$CLUSTER/made"
    echo 'W0101 some warning of the day' >&2
    echo "kubeadm join 10.0.0.1:6443 --token $id.$secret --discovery-token-ca-cert-hash sha256:$(printf '%064d' 7) "
    ;;
  'token delete')
    grep -q "^$3 " "$CLUSTER/tokens" || complain token "no token $3"
    sed -i "/^$3 /d" "$CLUSTER/tokens"
    echo "bootstrap token \"$3\" deleted"
    ;;
  'reset --force') rm -f "$etc"/* ;;
  'join '*)
    [ -e "$etc/bootstrap-kubelet.conf" ] && complain preflight "[ERROR FileAvailable]: $etc/bootstrap-kubelet.conf already exists"
    id=${4%.*}
    secret=${4#*.}
    dies=$(sed -n "s/^$id $secret //p" "$CLUSTER/tokens")
    [ -n "$dies" ] && [ "$dies" -gt "$(date +%s)" ] || complain preflight "couldn't validate the token $4"
    touch "$etc/bootstrap-kubelet.conf"
    [ -e "$MACHINE/broken-join" ] && complain kubelet-start "timed out with the token $4"
    mv "$etc/bootstrap-kubelet.conf" "$etc/kubelet.conf"
    basename "$MACHINE" >>"$CLUSTER/joined"
    ;;
  *) complain command "unknown: $*" ;;
esac
