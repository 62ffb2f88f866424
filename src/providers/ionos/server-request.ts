import type { MachineOrder, Marker } from '../../model/machine.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Server, Volume } from './api-types.ts';
import { markText } from './marks.ts';

/** What a server runs where neither its Host nor its profile says: an alias, which every location knows by its own image. */
const DEFAULT_IMAGE = 'debian:latest';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PUBLIC_KEY = /^(ssh|ecdsa|sk)-\S+ [A-Za-z0-9+/]+={0,2}( |$)/;
const RAM_STEP = 256;

/** A whole number, a text, or one of these words. */
type Wanted = 'text' | 'number' | readonly string[];

/** What a profile may ask for, and of what type it is: the API's own words, with `volume` before those of the volume. */
const PARAMETERS: Readonly<Record<string, Wanted>> = {
  cores: 'number',
  ram: 'number',
  cpuFamily: 'text',
  type: ['ENTERPRISE', 'CUBE', 'VCPU', 'GPU'],
  templateUuid: 'text',
  availabilityZone: ['AUTO', 'ZONE_1', 'ZONE_2'],
  volumeSize: 'number',
  volumeType: ['HDD', 'SSD', 'SSD Standard', 'SSD Premium', 'DAS'],
  volumeAvailabilityZone: ['AUTO', 'ZONE_1', 'ZONE_2', 'ZONE_3'],
  image: 'text',
  lan: 'number',
};

const DEFAULT_VOLUME_TYPE = 'SSD';

/** How an order is said in the API's words, before it is known on which LAN its server will be. */
export interface Wishes {
  readonly server: Omit<Server['properties'], 'name'>;
  readonly volume: Omit<Volume['properties'], 'name' | 'userData'>;
  /** Null where any public one will do. */
  readonly lan: number | null;
}

/** What an order asks for. Fails with `profile` where it cannot be said in the API's words. */
export function wishesOf({ name, image, parameters, sshKeys }: MachineOrder): Wishes {
  for (const [parameter, value] of Object.entries(parameters)) checkParameter(parameter, value);
  const { volumeSize, volumeType = DEFAULT_VOLUME_TYPE, volumeAvailabilityZone, ...rest } = parameters;
  const { image: profileImage, lan, ...server } = rest;
  if (server['templateUuid'] === undefined) {
    for (const needed of ['cores', 'ram']) {
      if (server[needed] === undefined)
        throw unfit(`the profile names no ${needed}`, 'add it to its parameters');
    }
  }
  if (Number(server['ram'] ?? 0) % RAM_STEP !== 0) {
    const message = `the profile has ram: ${String(server['ram'])}, and IONOS gives memory in steps of ${RAM_STEP} MB`;
    throw unfit(message, 'choose a multiple of it');
  }
  if (volumeSize === undefined)
    throw unfit('the profile names no volumeSize', 'add it, in GB, to its parameters');
  const strange = sshKeys.find((key) => !PUBLIC_KEY.test(key.trim()));
  if (strange !== undefined) {
    const hint = 'IONOS keeps no keys: write the public key itself';
    throw unfit(`the SSH key of ${name} is no public key: ${strange}`, hint);
  }
  const source = image ?? (profileImage as string | undefined) ?? DEFAULT_IMAGE;
  return {
    server,
    volume: {
      size: Number(volumeSize),
      type: volumeType as Volume['properties']['type'],
      ...(UUID.test(source) ? { image: source } : { imageAlias: source }),
      ...(volumeAvailabilityZone !== undefined && {
        availabilityZone: volumeAvailabilityZone as Volume['properties']['availabilityZone'],
      }),
      ...(sshKeys.length > 0 && { sshKeys: sshKeys.map((key) => key.trim()) }),
    },
    lan: lan === undefined ? null : Number(lan),
  };
}

/** The body of the POST that makes a server with its volume and its network card, marked from its first moment. */
export function serverRequest(
  order: MachineOrder,
  marker: Marker,
  { lan, userData }: { readonly lan: number; readonly userData: string | null },
): Server {
  const { server, volume } = wishesOf(order);
  const name = markText(marker);
  const seed = userData !== null && { userData: Buffer.from(userData).toString('base64') };
  return {
    properties: { ...server, name: serverName(order.name, marker.intent) },
    entities: {
      volumes: { items: [{ properties: { ...volume, name, ...seed } }] },
      nics: { items: [{ properties: { name, lan, dhcp: true } }] },
    },
  };
}

const SUFFIX = 8;

/** Names are not unique here; the end of the intent's id tells a person one order of a host from another. */
export function serverName(host: string, intent: string): string {
  return `${host}-${intent.slice(-SUFFIX)}`;
}

/** The name of the host whose server it is. */
export function hostOf(name: string, intent: string): string {
  const suffix = `-${intent.slice(-SUFFIX)}`;
  return name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

function checkParameter(name: string, value: unknown): void {
  const wanted = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
  if (wanted === undefined) {
    const near = nearestName(name, Object.keys(PARAMETERS));
    const hint = near ? `did you mean ${near}?` : `it knows ${Object.keys(PARAMETERS).join(', ')}`;
    throw unfit(`ionos-dcd knows no parameter ${name}`, hint);
  }
  if (fits(value, wanted)) return;
  const words = { number: 'a whole number above 0', text: 'a text' };
  const what = typeof wanted === 'string' ? words[wanted] : `one of ${wanted.join(', ')}`;
  throw unfit(`the parameter ${name} is not ${what}: ${JSON.stringify(value)}`, 'correct the profile');
}

function fits(value: unknown, wanted: Wanted): boolean {
  if (wanted === 'number') return Number.isInteger(value) && Number(value) > 0;
  return typeof value === 'string' && (wanted === 'text' || wanted.includes(value));
}

function unfit(message: string, hint: string): ProviderFailure {
  return new ProviderFailure('profile', message, hint);
}
