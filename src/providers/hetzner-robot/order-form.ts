import type { MachineOrder } from '../../model/machine.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { ProviderFailure } from '../provider-failure.ts';

/** What a profile may ask for. `raid` and `image` are for the installation, the others for the order. */
const PARAMETERS = ['product_id', 'dist', 'lang', 'addon', 'image', 'raid'] as const;

/** The parameters of a profile, in Robot's words. */
export interface RobotParameters {
  readonly product_id: string;
  readonly dist?: string;
  readonly lang?: string;
  /** Such as `primary_ipv4`, without which a server has IPv6 only. */
  readonly addons: readonly string[];
  readonly image?: string;
  readonly raid?: unknown;
}

/** The parameters of an order. Fails with `profile` where it names some that Robot does not know, or no product. */
export function parametersOf({ parameters }: MachineOrder): RobotParameters {
  for (const name of Object.keys(parameters)) {
    if ((PARAMETERS as readonly string[]).includes(name)) continue;
    const near = nearestName(name, PARAMETERS);
    const hint = near ? `did you mean ${near}?` : `it knows ${PARAMETERS.join(', ')}`;
    throw new ProviderFailure('profile', `hetzner-robot knows no parameter ${name}`, hint);
  }
  const { product_id, addon, raid } = parameters;
  const product = text('product_id', product_id);
  if (product === undefined) {
    throw new ProviderFailure('profile', 'the profile names no product_id', 'add it to its parameters');
  }
  const [dist, lang, image] = (['dist', 'lang', 'image'] as const).map((name) =>
    text(name, parameters[name]),
  );
  return {
    product_id: product,
    ...(dist !== undefined && { dist }),
    ...(lang !== undefined && { lang }),
    addons: [addon ?? []].flat().flatMap((one) => text('addon', one) ?? []),
    ...(image !== undefined && { image }),
    ...(raid !== undefined && { raid }),
  };
}

function text(name: string, value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw new ProviderFailure('profile', `the parameter ${name} is no text`, 'correct the profile');
}

/** Robot's word for a region of ours, which it writes in capitals. */
export function locationOf(region: string): string {
  return region.toUpperCase();
}

/** Our word for a location of Robot's, or for a data centre such as `FSN1-DC14`. */
export function regionOf(place: string): string {
  return (place.split('-')[0] ?? place).toLowerCase();
}

/**
 * The form of an order, by the fingerprint of its key. `comment` is never among its fields: with it somebody at Hetzner
 * would carry it out by hand.
 */
export function orderForm(order: MachineOrder, fingerprint: string | null, test: boolean): URLSearchParams {
  const { product_id, dist, lang, addons } = parametersOf(order);
  const fields: [string, string][] = [
    ['product_id', product_id],
    ...(fingerprint === null ? [] : [field('authorized_key[]', fingerprint)]),
    ...(order.region === null ? [] : [field('location', locationOf(order.region))]),
    ...(dist === undefined ? [] : [field('dist', dist)]),
    ...(lang === undefined ? [] : [field('lang', lang)]),
    ...addons.map((addon) => field('addon[]', addon)),
    ...(test ? [field('test', 'true')] : []),
  ];
  return new URLSearchParams(fields);
}

const field = (name: string, value: string): [string, string] => [name, value];
