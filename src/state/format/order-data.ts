import type { ClusterOrder, MachineOrder } from '../../model/machine.ts';
import { TASKS } from '../../model/machine.ts';
import type { Reach } from '../../model/reach.ts';
import type { Shape } from './shape.ts';

/** A machine that is to be made, as YAML shows it; what it lacks is left out. */
export function orderData(order: MachineOrder): Record<string, unknown> {
  const { name, hostname, region, fallback, parameters, image, sshKeys, userData, price } = order;
  const { adopt, tasks, cluster } = order;
  const { monthly, setup, currency } = price;
  return {
    name,
    ...(hostname !== undefined && { hostname }),
    ...(region !== null && { region }),
    ...(fallback && { fallback }),
    parameters,
    ...(image !== null && { image }),
    sshKeys,
    ...(userData !== null && { userData }),
    price: { monthly, setup, currency },
    ...(adopt !== undefined && { adopt }),
    ...(tasks && { tasks }),
    ...(cluster && { cluster }),
  };
}

const FIELDS = ['name', 'hostname', 'region', 'fallback', 'parameters', 'image', 'sshKeys', 'userData'];

/** Reads a machine that is to be made; throws a ShapeFault. */
export function orderOf(order: Shape): MachineOrder {
  order.only(...FIELDS, 'price', 'adopt', 'tasks', 'cluster');
  const price = order.field('price').only('monthly', 'setup', 'currency');
  const textOf = (name: string) => order.field(name).optional()?.text();
  const listOf = (name: string) => order.field(name).optional()?.items();
  const [hostname, adopt] = [textOf('hostname'), textOf('adopt')];
  const fallback = listOf('fallback')?.map((region) => region.text());
  const tasks = listOf('tasks')?.map((task) => task.oneOf(TASKS));
  const cluster = order.field('cluster').optional();
  return {
    name: order.field('name').text(),
    ...(hostname !== undefined && { hostname }),
    region: textOf('region') ?? null,
    ...(fallback && { fallback }),
    parameters: order.field('parameters').record(),
    image: textOf('image') ?? null,
    sshKeys: order
      .field('sshKeys')
      .items()
      .map((key) => key.text()),
    userData: textOf('userData') ?? null,
    price: {
      monthly: price.field('monthly').number(),
      setup: price.field('setup').number(),
      currency: price.field('currency').text(),
    },
    ...(adopt !== undefined && { adopt }),
    ...(tasks && { tasks }),
    ...(cluster && { cluster: clusterOf(cluster) }),
  };
}

function clusterOf(cluster: Shape): ClusterOrder {
  cluster.only('version', 'controlPlane');
  return {
    version: cluster.field('version').text(),
    controlPlane: cluster.field('controlPlane').items().map(reachOf),
  };
}

function reachOf(reach: Shape): Reach {
  reach.only('compute', 'address', 'hostKey', 'port', 'user');
  const port = reach.field('port').optional()?.count();
  const user = reach.field('user').optional()?.text();
  return {
    compute: reach.field('compute').text(),
    address: reach.field('address').text(),
    hostKey: reach.field('hostKey').text(),
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user }),
  };
}
