import type { MachineOrder, Marker } from '../../model/machine.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { HostKey } from '../cloud-init/host-key.ts';
import { parametersOf } from './order-form.ts';

const DEFAULT_IMAGE = 'debian-13';
const IMAGE_NAME = /^(?<distribution>[a-z]+)-(?<version>[0-9.]+)$/i;
const HOSTNAME = /^[A-Za-z0-9.-]+$/;
const RAID_LEVELS = [0, 1, 5, 6, 10];

/** What a machine is installed with. */
export interface Installation {
  readonly order: MachineOrder;
  readonly marker: Marker;
  readonly hostKey: HostKey;
  /** What cloud-init reads at its first start. */
  readonly userData: string;
  /** A public key with which it lets us in until it is finished. */
  readonly publicKey: string;
}

/**
 * The script that installs a machine, for its rescue system. Where it was done under the same intent, it does nothing;
 * where it is under way, it waits for that first. It ends with 3 where there is no such image, and with 4 where there is
 * no disk. It holds a private key.
 */
export function installScript(installation: Installation): string {
  const { order, marker } = installation;
  const image = imageOf(order);
  const { distribution, version } = IMAGE_NAME.exec(image)?.groups ?? {};
  const find =
    distribution === undefined || version === undefined
      ? `image=${quoted(image)}`
      : findImage(`${distribution}-${version.replaceAll('.', '')}`);
  return `set -eu
here="$HOME/.stowage"
umask 077
mkdir -p "$here"
# A run that died may have left it under way; what it started holds the lock too.
exec 9>"$here/lock"
flock 9
if [ "$(cat "$here/installed" 2>/dev/null)" = ${quoted(marker.intent)} ]; then exit 0; fi
${find}
if [ ! -n "$image" ]; then echo ${quoted(`there is no image ${image}`)}; ls "$HOME/images"; exit 3; fi
disks=$(lsblk -dnpo NAME,TYPE,TRAN | awk '$2 == "disk" && $3 != "usb" { print $1 }' | sort)
if [ ! -n "$disks" ]; then echo 'there is no disk'; exit 4; fi
{
  count=0
  for disk in $disks; do count=$((count + 1)); echo "DRIVE$count $disk"; done
${raidLines(order)}
  echo 'BOOTLOADER grub'
  echo ${quoted(`HOSTNAME ${hostnameOf(order)}`)}
  if [ -d /sys/firmware/efi ]; then echo 'PART /boot/efi esp 256M'; fi
  echo 'PART swap swap 4G'
  echo 'PART /boot ext3 1024M'
  echo 'PART / ext4 all'
  echo "IMAGE $image"
} > "$here/config"
${file('"$here/post-install"', postInstall(installation))}
chmod 700 "$here/post-install"
# Not on the path of a shell that is not interactive.
tool=$(command -v installimage || echo /root/.oldroot/nfs/install/installimage)
TERM=vt100 "$tool" -a -c "$here/config" -x "$here/post-install" >&2
echo ${quoted(marker.intent)} > "$here/installed"
`;
}

/** The part that runs inside the installed system before its first start. */
function postInstall({ order, marker, hostKey, userData, publicKey }: Installation): string {
  const metaData = `instance-id: stowage-${marker.intent}\nlocal-hostname: ${hostnameOf(order)}\n`;
  // installimage has configured the network already.
  const settings = 'datasource_list: [ NoCloud, None ]\nnetwork: { config: disabled }\n';
  return `#!/bin/sh
set -eu
if ! command -v cloud-init >/dev/null; then
  if command -v apt-get >/dev/null; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy cloud-init
  else
    dnf -qy install cloud-init
  fi
fi
rm -f /etc/cloud/cloud-init.disabled
mkdir -p /etc/cloud/cloud.cfg.d /var/lib/cloud/seed/nocloud /etc/ssh /root/.ssh
${file('/etc/cloud/cloud.cfg.d/99-stowage.cfg', settings)}
umask 077
${file('/var/lib/cloud/seed/nocloud/meta-data', metaData)}
${file('/var/lib/cloud/seed/nocloud/user-data', userData)}
rm -f /etc/ssh/ssh_host_*
${file('/etc/ssh/ssh_host_ed25519_key', hostKey.privateKey)}
${file('/etc/ssh/ssh_host_ed25519_key.pub', `${hostKey.publicKey}\n`)}
key=${quoted(publicKey)}
grep -qxF "$key" /root/.ssh/authorized_keys 2>/dev/null || echo "$key" >> /root/.ssh/authorized_keys
echo ${quoted(marker.intent)} > /etc/stowage-intent
`;
}

/** The newest image of a distribution's version that Hetzner has for this processor. */
function findImage(start: string): string {
  return `case $(uname -m) in aarch64) arch=arm64 ;; *) arch=amd64 ;; esac
image=$(ls "$HOME/images" | grep -iE "^${start}[0-9]*-.*$arch.*base\\.tar(\\.[a-z0-9]+)?$" | sort -V | tail -n 1)
if [ -n "$image" ]; then image="$HOME/images/$image"; fi`;
}

/** Fails with `profile` where it is none that could be found, or stand in a line. */
function imageOf(order: MachineOrder): string {
  const image = order.image ?? parametersOf(order).image ?? DEFAULT_IMAGE;
  if (IMAGE_NAME.test(image) || /^(\/|https?:\/\/)\S+$/.test(image)) return image;
  const hint = 'write a distribution and its version, such as debian-13, or a path or an address of an image';
  throw new ProviderFailure('profile', `installimage has no image ${image}`, hint);
}

function hostnameOf({ name, hostname = name }: MachineOrder): string {
  if (HOSTNAME.test(hostname)) return hostname;
  throw new ProviderFailure('profile', `${hostname} is no hostname`, 'correct spec.hostname of the host');
}

/** `raid: false` keeps disks apart; by default what there is more than one of is mirrored. */
function raidLines(order: MachineOrder): string {
  const { raid = 1 } = parametersOf(order);
  if (raid === false) return "  echo 'SWRAID 0'";
  const level = Number(raid);
  if (!RAID_LEVELS.includes(level)) {
    const hint = `it is one of ${RAID_LEVELS.join(', ')}, or false`;
    throw new ProviderFailure('profile', `there is no RAID level ${String(raid)}`, hint);
  }
  return `  if [ "$count" -gt 1 ]; then echo 'SWRAID 1'; echo 'SWRAIDLEVEL ${level}'; else echo 'SWRAID 0'; fi`;
}

function file(path: string, content: string): string {
  const lines = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\n').trimEnd();
  return `base64 -d > ${path} <<'STOWAGE'\n${lines}\nSTOWAGE`;
}

/** A text as one word of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
