import type { MachineOrder } from '../../model/machine.ts';
import type { Shape } from './shape.ts';

/** A machine that is to be made, as YAML shows it; what it lacks is left out. */
export function orderData(order: MachineOrder): Record<string, unknown> {
  const { name, region, parameters, image, sshKeys, userData, price } = order;
  const { monthly, setup, currency } = price;
  return {
    name,
    ...(region !== null && { region }),
    parameters,
    ...(image !== null && { image }),
    sshKeys,
    ...(userData !== null && { userData }),
    price: { monthly, setup, currency },
  };
}

/** Reads a machine that is to be made; throws a ShapeFault. */
export function orderOf(order: Shape): MachineOrder {
  order.only('name', 'region', 'parameters', 'image', 'sshKeys', 'userData', 'price');
  const price = order.field('price').only('monthly', 'setup', 'currency');
  const textOrNull = (name: string) => order.field(name).optional()?.text() ?? null;
  return {
    name: order.field('name').text(),
    region: textOrNull('region'),
    parameters: order.field('parameters').record(),
    image: textOrNull('image'),
    sshKeys: order
      .field('sshKeys')
      .items()
      .map((key) => key.text()),
    userData: textOrNull('userData'),
    price: {
      monthly: price.field('monthly').number(),
      setup: price.field('setup').number(),
      currency: price.field('currency').text(),
    },
  };
}
