import type { Intent } from '../../model/intent.ts';
import type { Observation } from '../provider.ts';
import type { Server } from './api-types.ts';
import type { HetznerApi } from './hetzner-api.ts';
import type { HostKeyOf } from './machine-of.ts';
import { machineOf } from './machine-of.ts';
import { carries, selectorFor } from './marks.ts';

/** What became of an intent: by its own mark where it makes a server, by the id and its mark where it deletes one. */
export async function observeServer(
  api: HetznerApi,
  { id, uid, step }: Intent,
  fleet: string,
  hostKeyOf: HostKeyOf,
): Promise<Observation> {
  const before = step.effect.of === 'object' ? step.effect.before : null;
  const known = before?.status['machine'];
  const server =
    step.verb === 'delete'
      ? await api.server(typeof known === 'string' ? known : '')
      : await marked(api, fleet, id);
  // What is being deleted cannot be kept.
  if (!server || server.status === 'deleting') return { found: 'nothing' };
  const machine = machineOf(server, hostKeyOf, fleet);
  if (carries(server.labels, { fleet, uid })) return { found: 'ours', machine };
  return { found: 'unclear', why: `server ${server.id} carries another mark`, candidates: [machine] };
}

async function marked(api: HetznerApi, fleet: string, intent: string): Promise<Server | null> {
  const [server = null] = await api.servers({ label_selector: selectorFor(fleet, intent) });
  return server;
}
