import { fileOf, manifestOf } from './manifest.mjs';
import { annotations } from './people.mjs';

/** The machines of a cluster. @param {import('./cluster.mjs').Cluster} cluster @param {import('./random.mjs').Random} random */
export function computes(cluster, random) {
  const { name, region, provider, env, role, shared, team, model, reserved } = cluster;
  return cluster.machines.map((machine) => {
    const spec = {
      type: model.type,
      provider,
      region,
      state: machine.state === 'active' ? undefined : machine.state,
      tags: {
        env,
        [`role-${role}`]: 'true',
        cluster: name,
        pool: shared ? 'shared' : 'own',
        model: model.name,
        rack: machine.rack,
        team,
        'patch-window': random.pick(['tue-02', 'wed-02', 'thu-03']),
        lifecycle: machine.retiring ? 'retiring' : undefined,
      },
      billing: {
        monthlyCost: model.monthlyCost + random.whole(0, 9) / 10,
        currency: 'EUR',
        ...(model.type === 'baremetal' && { contractEnd: `20${random.whole(37, 49)}-12-31` }),
      },
      reserved,
    };
    const manifest = manifestOf('Compute', machine.name, spec, annotations(random, team));
    return fileOf(`computes/${region}/${name}`, manifest);
  });
}
