import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { locationOf } from './rewriting.ts';
import type { Remedy, Rewrite, Rule } from './rule.ts';

/** What others decided that concerns a service: pins, computes that are not active, and the room that is taken. */
export function fleetRules(graph: Graph, service: Manifest<'Service'>): Rule[] {
  const pins = graph.all('Assignment').filter(({ spec }) => spec.service === service.metadata.name);
  const idle = graph.all('Compute').filter(({ spec }) => spec.state !== 'active');
  const alone = graph.all('Service').every(({ spec, metadata }) => {
    return metadata.name === service.metadata.name || spec.state !== 'active' || spec.replicas === 0;
  });
  return [
    ...(idle.length > 0 ? [stateRule(idle)] : []),
    ...pins.map(pinRule),
    ...(alone ? [] : [roomRule(service.metadata.name)]),
  ];
}

function pinRule(pin: Manifest<'Assignment'>): Rule {
  const at = locationOf(pin, '/spec/compute');
  const removed: Remedy = {
    text: `remove the pin to ${pin.spec.compute}`,
    rewrite: (manifest) => (manifest === pin ? null : manifest),
  };
  return {
    rule: 'pin',
    id: at.address,
    text: `pin to ${pin.spec.compute}`,
    at,
    relaxed: removed.rewrite,
    mildest: () => removed,
  };
}

function stateRule(idle: readonly Manifest<'Compute'>[]): Rule {
  const names = idle.map(({ metadata }) => metadata.name).sort();
  const [first] = idle as [Manifest<'Compute'>];
  const activated = (wanted: readonly Manifest<'Compute'>[]): Remedy => {
    const set = new Set<Manifest>(wanted);
    return {
      text: `make ${wanted.map(({ metadata }) => metadata.name).join(', ')} active again`,
      rewrite: (manifest) =>
        set.has(manifest)
          ? { ...manifest, spec: { ...(manifest as Manifest<'Compute'>).spec, state: 'active' } }
          : manifest,
    };
  };
  const text =
    names.length === 1
      ? `${names[0]} ${first.spec.state === 'maintenance' ? 'in maintenance' : 'inactive'}`
      : `${names.length} computes not active`;
  return {
    rule: 'state',
    id: 'state',
    text,
    at: locationOf(first, '/spec/state'),
    relaxed: activated(idle).rewrite,
    mildest(helps, homes) {
      const used = idle.filter(({ metadata }) => homes.includes(metadata.name));
      const choices = used.length > 1 ? [...used.slice(0, 3).map((one) => [one]), used] : [used];
      return choices.map(activated).find((remedy) => helps(remedy)) ?? null;
    },
  };
}

/** Others are where their rules let them be, and take no room. */
function roomRule(service: string): Rule {
  const known = new Map<Manifest, Manifest>();
  const relaxed: Rewrite = (manifest) => {
    if (manifest.kind !== 'Service' || manifest.metadata.name === service) return manifest;
    let light = known.get(manifest);
    if (!light) known.set(manifest, (light = weightless(manifest as Manifest<'Service'>)));
    return light;
  };
  return { rule: 'room', id: 'room', text: 'the room that other services take', at: null, relaxed };
}

function weightless({ spec, ...manifest }: Manifest<'Service'>): Manifest {
  const placement = spec.placement && { ...spec.placement, buffer: undefined };
  return { ...manifest, spec: { ...spec, resources: { min: {} }, placement } };
}
