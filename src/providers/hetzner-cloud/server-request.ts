import type { MachineOrder, Marker } from '../../model/machine.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { ServerRequest } from './api-types.ts';
import { labelsFor } from './marks.ts';
import { serverName } from './server-name.ts';

/** What a server runs where neither its Host nor its profile says. */
const DEFAULT_IMAGE = 'debian-13';

type Parameters = MachineOrder['parameters'];

const ids = (value: unknown): number[] => [value].flat().map(Number);
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a profile may ask for, and what it becomes in the request. */
const PARAMETERS: Readonly<Record<string, (value: unknown, all: Parameters) => Partial<ServerRequest>>> = {
  server_type: (value) => ({ server_type: text(value) }),
  image: (value) => ({ image: text(value) }),
  networks: (value) => ({ networks: ids(value) }),
  firewalls: (value) => ({ firewalls: ids(value).map((firewall) => ({ firewall })) }),
  placement_group: (value) => ({ placement_group: Number(value) }),
  enable_ipv4: (_value, all) => ({ public_net: publicNet(all) }),
  enable_ipv6: (_value, all) => ({ public_net: publicNet(all) }),
};

function publicNet({ enable_ipv4 = true, enable_ipv6 = true }: Parameters) {
  return { enable_ipv4: enable_ipv4 === true, enable_ipv6: enable_ipv6 === true };
}

/** What `sshKeys` and `userData` have become: names of keys the project knows, and what the machine starts with. */
export interface Prepared {
  readonly sshKeys: readonly string[];
  readonly userData: string;
}

/** The body of `POST /servers` for an order. Fails with `profile` where the order cannot be said in the API's words. */
export function serverRequest(
  order: MachineOrder,
  marker: Marker,
  { sshKeys, userData }: Prepared,
): ServerRequest {
  const asked = fieldsOf(order.parameters);
  if (asked.server_type === undefined) {
    throw new ProviderFailure('profile', 'the profile names no server_type', 'add it to its parameters');
  }
  return {
    ...asked,
    server_type: asked.server_type,
    name: serverName(order.name),
    image: imageOf(order),
    ...(order.region !== null && { location: order.region }),
    labels: labelsFor(order.name, marker),
    ...(sshKeys.length > 0 && { ssh_keys: [...sshKeys] }),
    user_data: userData,
  };
}

/** The image of an order, by name or id. */
export function imageOf({ image, parameters }: MachineOrder): string {
  return image ?? fieldsOf(parameters).image ?? DEFAULT_IMAGE;
}

function fieldsOf(parameters: Parameters): Partial<ServerRequest> {
  return Object.assign(
    {},
    ...Object.entries(parameters).map(([name, value]) => fieldOf(name, value, parameters)),
  ) as object;
}

function fieldOf(name: string, value: unknown, all: Parameters): Partial<ServerRequest> {
  const field = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
  if (field) return field(value, all);
  const near = nearestName(name, Object.keys(PARAMETERS));
  const hint = near ? `did you mean ${near}?` : `it knows ${Object.keys(PARAMETERS).join(', ')}`;
  throw new ProviderFailure('profile', `hetzner-cloud knows no parameter ${name}`, hint);
}
