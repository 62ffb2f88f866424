import type { Knobs } from '../knobs.ts';

/** A type of server, as far as the emulator tells types apart. */
export interface ServerType {
  readonly id: number;
  readonly name: string;
  readonly cores: number;
  /** GB. */
  readonly memory: number;
  readonly disk: number;
  readonly cpu: 'shared' | 'dedicated';
  readonly architecture: 'x86' | 'arm';
  /** Net price per month in EUR, by the place that offers it. */
  readonly monthly: Readonly<Record<string, number>>;
  /** When it can no longer be ordered, by the place where that is announced. */
  readonly unavailableAfter?: Readonly<Record<string, string>>;
}

export const LOCATIONS = [
  { id: 1, name: 'fsn1', country: 'DE', city: 'Falkenstein', zone: 'eu-central' },
  { id: 2, name: 'nbg1', country: 'DE', city: 'Nuremberg', zone: 'eu-central' },
  { id: 3, name: 'hel1', country: 'FI', city: 'Helsinki', zone: 'eu-central' },
  { id: 4, name: 'ash', country: 'US', city: 'Ashburn, VA', zone: 'us-east' },
] as const;

const everywhere = (eur: number) => ({ fsn1: eur, nbg1: eur, hel1: eur, ash: eur + 1.5 });

export const SERVER_TYPES: readonly ServerType[] = [
  {
    id: 1,
    name: 'cx11',
    cores: 1,
    memory: 2,
    disk: 20,
    cpu: 'shared',
    architecture: 'x86',
    monthly: { fsn1: 3.29 },
    unavailableAfter: { fsn1: '2024-09-06T00:00:00Z' },
  },
  {
    id: 22,
    name: 'cx22',
    cores: 2,
    memory: 4,
    disk: 40,
    cpu: 'shared',
    architecture: 'x86',
    monthly: everywhere(3.29),
  },
  {
    id: 23,
    name: 'cpx21',
    cores: 3,
    memory: 4,
    disk: 80,
    cpu: 'shared',
    architecture: 'x86',
    monthly: everywhere(7.55),
    unavailableAfter: { fsn1: '2099-12-31T00:00:00Z', nbg1: '2099-06-30T00:00:00Z' },
  },
  {
    id: 31,
    name: 'cpx31',
    cores: 4,
    memory: 8,
    disk: 160,
    cpu: 'shared',
    architecture: 'x86',
    monthly: everywhere(13.1),
  },
  {
    id: 45,
    name: 'cax11',
    cores: 2,
    memory: 4,
    disk: 40,
    cpu: 'shared',
    architecture: 'arm',
    monthly: { fsn1: 3.29, hel1: 3.29 },
  },
  {
    id: 97,
    name: 'ccx23',
    cores: 4,
    memory: 16,
    disk: 160,
    cpu: 'dedicated',
    architecture: 'x86',
    monthly: { fsn1: 24.49, nbg1: 24.49 },
  },
];

/** An image, of the vendor's own. */
export interface Image {
  readonly id: number;
  readonly name: string;
  readonly flavor: string;
  readonly version: string;
  readonly architecture: 'x86' | 'arm';
  /** Since when it is to be used no more, though it still can. */
  readonly deprecated?: string;
}

export const IMAGES: readonly Image[] = [
  { id: 161547269, name: 'ubuntu-24.04', flavor: 'ubuntu', version: '24.04', architecture: 'x86' },
  { id: 161547270, name: 'ubuntu-24.04', flavor: 'ubuntu', version: '24.04', architecture: 'arm' },
  { id: 233244546, name: 'debian-13', flavor: 'debian', version: '13', architecture: 'x86' },
  { id: 233244547, name: 'debian-13', flavor: 'debian', version: '13', architecture: 'arm' },
  {
    id: 45557056,
    name: 'debian-11',
    flavor: 'debian',
    version: '11',
    architecture: 'x86',
    deprecated: '2026-06-30T00:00:00Z',
  },
];

/** How many of a type a place has left. */
export function stockOf({ stock }: Knobs, type: string, place: string): number {
  return stock[`${type}@${place}`] ?? Infinity;
}

const VAT = 1.19;
const decimal = (amount: number) => amount.toFixed(10);
const price = (net: number) => ({ net: decimal(net), gross: decimal(net * VAT) });

export function locationShape(name: string) {
  const { zone, ...location } = LOCATIONS.find((one) => one.name === name) ?? LOCATIONS[0];
  return {
    ...location,
    description: `${location.city} DC Park 1`,
    latitude: 50.47,
    longitude: 12.37,
    network_zone: zone,
  };
}

/** Whether a type can no longer be ordered in a place. */
export function isGone({ unavailableAfter }: ServerType, place: string, now: number): boolean {
  return Date.parse(unavailableAfter?.[place] ?? '9999-01-01') < now;
}

/** A type as the API tells it, with what is in stock now. */
export function serverTypeShape(type: ServerType, knobs: Knobs, now: number) {
  const deprecationAt = (place: string) => {
    const after = type.unavailableAfter?.[place];
    return after === undefined ? null : { unavailable_after: after, announced: '2024-06-06T00:00:00Z' };
  };
  const deprecation = deprecationAt(Object.keys(type.monthly)[0] ?? '');
  return {
    id: type.id,
    name: type.name,
    description: type.name.toUpperCase(),
    cores: type.cores,
    memory: type.memory,
    disk: type.disk,
    deprecated: deprecation !== null,
    deprecation,
    prices: Object.entries(type.monthly).map(([location, eur]) => ({
      location,
      price_hourly: price(eur / 624),
      price_monthly: price(eur),
      included_traffic: 21990232555520,
      price_per_tb_traffic: price(1),
    })),
    storage_type: 'local',
    cpu_type: type.cpu,
    architecture: type.architecture,
    locations: Object.keys(type.monthly).map((name) => ({
      id: locationShape(name).id,
      name,
      deprecation: deprecationAt(name),
      recommended: deprecationAt(name) === null,
      available: !isGone(type, name, now) && stockOf(knobs, type.name, name) > 0,
    })),
  };
}

export function imageShape({ id, name, flavor, version, architecture, deprecated }: Image) {
  return {
    id,
    type: 'system',
    status: 'available',
    name,
    description: name,
    image_size: null,
    disk_size: 5,
    created: '2024-04-25T00:00:00Z',
    created_from: null,
    bound_to: null,
    os_flavor: flavor,
    os_version: version,
    rapid_deploy: true,
    protection: { delete: false },
    deprecated: deprecated ?? null,
    deleted: null,
    labels: {},
    architecture,
  };
}

/** What the API tells of prices besides; nobody asks for more of it than the currency. */
export const PRICING = {
  currency: 'EUR',
  vat_rate: '19.00',
  primary_ips: [],
  floating_ips: [],
  image: { price_per_gb_month: price(0.011) },
  volume: { price_per_gb_month: price(0.044) },
  server_backup: { percentage: '20.00' },
  server_types: [],
  load_balancer_types: [],
  floating_ip: { price_monthly: price(3) },
};
