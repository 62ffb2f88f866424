import type { Intent } from '../../model/intent.ts';
import { wait } from '../http/wait.ts';
import type { Observation } from '../provider.ts';
import type { Server } from './api-types.ts';
import type { HetznerApi } from './hetzner-api.ts';
import type { HostKeyOf } from './machine-of.ts';
import { machineOf } from './machine-of.ts';
import { carries, selectorFor } from './marks.ts';
import { serverName } from './server-name.ts';

/** What an intent is looked for with. */
export interface Looking {
  readonly api: HetznerApi;
  /** So long after a request whose reply was lost, what it made is to be seen. */
  readonly quietMs: number;
  readonly hostKeyOf: HostKeyOf;
}

/** What became of an intent: by its own mark where it makes a server, by the id and its mark where it deletes one. */
export async function observeServer(
  { api, quietMs, hostKeyOf }: Looking,
  { id, uid, step }: Intent,
  fleet: string,
): Promise<Observation> {
  const { effect, order } = step;
  const [before, after] = effect.of === 'object' ? [effect.before, effect.after] : [null, null];
  const known = before?.status['machine'];
  const server =
    step.verb === 'delete'
      ? await api.server(typeof known === 'string' ? known : '')
      : ((await marked(api, fleet, id)) ??
        // Nothing new comes of what is taken over.
        (order?.adopt === undefined
          ? await late(api, quietMs, after?.key ?? '', { fleet, intent: id })
          : null));
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

/** What was asked for last may come only now; it has the name of its host then, which no other server can have. */
async function late(
  api: HetznerApi,
  quietMs: number,
  host: string,
  mark: { readonly fleet: string; readonly intent: string },
): Promise<Server | null> {
  await wait(quietMs);
  const servers = await api.servers({ name: serverName(host) });
  return servers.find(({ labels }) => carries(labels, mark)) ?? null;
}
