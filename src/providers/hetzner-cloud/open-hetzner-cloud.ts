import type { FoundMachine, Machine, MachineOrder, Marker } from '../../model/machine.ts';
import type { Secret } from '../../model/secret.ts';
import { secretOf } from '../http/secret-of.ts';
import { together } from '../http/together.ts';
import type { HostKey } from '../cloud-init/host-key.ts';
import { hostKeyFor } from '../cloud-init/host-key.ts';
import { userDataFor } from '../cloud-init/user-data.ts';
import { stopped } from '../http/wait.ts';
import type { Provider } from '../provider.ts';
import { ActionWatch } from './action-watch.ts';
import { adoptable } from './adoptable.ts';
import type { Server } from './api-types.ts';
import { currencyOf } from './catalogue.ts';
import { nameAddresses } from './connect-server.ts';
import { finishServer, runningServer } from './finish-server.ts';
import { HetznerApi } from './hetzner-api.ts';
import { foundMachine, machineOf } from './machine-of.ts';
import { makeServer } from './make-server.ts';
import { adoptedLabels, selectorFor } from './marks.ts';
import { observeServer } from './observe-server.ts';
import { quotesFor } from './quotes-for.ts';
import { removeServer } from './remove-server.ts';
import { serverRequest } from './server-request.ts';
import { SshKeyNames } from './ssh-key-names.ts';

const PUBLIC_ENDPOINT = 'https://api.hetzner.cloud/v1';

/** A server is there before its order is answered, which takes seconds; so long it may take where no answer came. */
export const QUIET_MS = 30_000;

export interface HetznerCloudOptions {
  /** By default the public one. */
  readonly endpoint?: string | undefined;
  /** The API token of one project. */
  readonly credentials: () => Promise<Secret>;
  /** So long after a request whose reply was lost, what it made is to be seen. */
  readonly quietMs?: number;
  /** Waits until a machine's user data have run; absent, that it runs is enough. */
  readonly ready?: (machine: Machine, signal: AbortSignal) => Promise<void>;
}

/** Opens one project of Hetzner Cloud. */
export function openHetznerCloud({
  endpoint = PUBLIC_ENDPOINT,
  credentials,
  quietMs = QUIET_MS,
  ready,
}: HetznerCloudOptions): Provider {
  const api = new HetznerApi(endpoint, credentials);
  const watch = new ActionWatch(api);
  const keys = new SshKeyNames(api);

  /** Host keys follow from the token, which is looked at as late as here. */
  async function hostKeys(): Promise<(marker: Marker) => HostKey> {
    const secret = (await secretOf(credentials)).reveal();
    return (marker) => hostKeyFor(secret, marker);
  }

  async function known(server: Server, fleet: string): Promise<Machine> {
    return machineOf(server, await hostKeys(), fleet);
  }

  async function make(order: MachineOrder, marker: Marker, signal: AbortSignal): Promise<Machine> {
    if (signal.aborted) throw stopped();
    if (order.adopt !== undefined) {
      const server = adoptable(await api.server(order.adopt, signal), order, marker);
      const labels = adoptedLabels(order.name, marker, server.labels);
      return known(await api.relabel(server.id, labels, signal), marker.fleet);
    }
    const userData = userDataFor(order, (await hostKeys())(marker));
    const prepared = { sshKeys: await keys.of(order.sshKeys), userData };
    const standing = await makeServer(api, serverRequest(order, marker, prepared), marker, signal);
    return known(await finishServer(api, watch, standing, signal), marker.fleet);
  }

  /** Addresses are a server's from the start; it is read again only where they were not seen, or it did not run yet. */
  async function connect(machine: Machine, order: MachineOrder, { fleet }: Marker, signal: AbortSignal) {
    const isDone = machine.state === 'running' && machine.addresses.length > 0;
    const server = isDone ? null : await api.server(machine.id, signal);
    const running = server && (await runningServer(api, watch, { server, actions: null }, signal));
    const connected = running ? await known(running, fleet) : machine;
    await nameAddresses(api, watch, connected, order, signal);
    return connected;
  }

  async function census(): Promise<FoundMachine[]> {
    const [servers, currency, hostKeyOf] = await together([api.servers(), currencyOf(api), hostKeys()]);
    return servers.map((server) => foundMachine(server, currency, hostKeyOf));
  }

  return {
    capabilities: { marks: true, idempotent: true, userData: true, reverseNames: true, adopts: true },
    preflight: (orders, fleet) => quotesFor(api, orders, fleet),
    observe: async (intent, fleet) =>
      observeServer({ api, quietMs, hostKeyOf: await hostKeys() }, intent, fleet),
    make,
    connect,
    bootstrap: async (machine, _order, _marker, signal) => {
      await ready?.(machine, signal);
      return machine;
    },
    remove: (farewell, signal) => removeServer(api, watch, farewell, signal),
    list: async (fleet) => {
      const hostKeyOf = await hostKeys();
      const servers = await api.servers({ label_selector: selectorFor(fleet) });
      return servers.map((server) => machineOf(server, hostKeyOf, fleet));
    },
    census,
  };
}
