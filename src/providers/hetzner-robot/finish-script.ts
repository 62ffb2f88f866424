import type { Marker } from '../../model/machine.ts';
import { quoted } from './install-script.ts';

/** The script that starts a machine anew; the answer comes before that. */
export const REBOOT = `nohup sh -c 'sleep 1; reboot' >/dev/null 2>&1 </dev/null &\n`;

/**
 * The script that waits until an installed machine's user data have run, and takes our own key away from it. It ends with
 * 4 where another intent installed the machine, and with 5 where the user data failed.
 */
export function finishScript({ intent }: Marker, publicKey: string): string {
  return `set -u
if [ "$(cat /etc/stowage-intent 2>/dev/null)" != ${quoted(intent)} ]; then exit 4; fi
if command -v cloud-init >/dev/null; then
  cloud-init status --wait >/dev/null 2>&1
  # With 2 it says that it is done and was not quite content.
  case $? in 0|2) ;; *) cloud-init status --long; exit 5 ;; esac
fi
keys=/root/.ssh/authorized_keys
rest=$(grep -vxF ${quoted(publicKey)} "$keys")
printf '%s\\n' "$rest" > "$keys"
`;
}
