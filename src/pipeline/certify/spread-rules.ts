import type { Manifest } from '../../model/manifest.ts';
import { lowest } from './lowest.ts';
import { locationOf, replacing } from './rewriting.ts';
import type { Remedy, Rule } from './rule.ts';

/** The rules that spread a service's instances: spreadMax where it binds, and topologyKey. */
export function spreadRules(service: Manifest<'Service'>): Rule[] {
  const { spreadMax, topologyKey } = service.spec.placement ?? {};
  return [
    ...(spreadMax !== undefined && spreadMax < service.spec.replicas ? [maxRule(service, spreadMax)] : []),
    ...(topologyKey !== undefined ? [topologyRule(service, topologyKey)] : []),
  ];
}

function maxRule(service: Manifest<'Service'>, spreadMax: number): Rule {
  const { name } = service.metadata;
  const at = locationOf(service, '/spec/placement/spreadMax');
  const raised = (to: number): Remedy => ({
    text: `raise spreadMax from ${spreadMax} to ${to}`,
    rewrite: replacing(name, (rules) => ({ ...rules, spreadMax: to })),
  });
  return {
    rule: 'spreadMax',
    id: at.pointer,
    text: `spreadMax ${spreadMax}`,
    at,
    relaxed: raised(service.spec.replicas).rewrite,
    mildest: (helps) =>
      raised(
        lowest(spreadMax, service.spec.replicas, (most) => helps(raised(most)), [
          spreadMax + 1,
          spreadMax + 2,
        ]),
      ),
  };
}

function topologyRule(service: Manifest<'Service'>, topologyKey: string): Rule {
  const at = locationOf(service, '/spec/placement/topologyKey');
  const text = `topologyKey ${topologyKey}`;
  const dropped: Remedy = {
    text: `drop ${text}`,
    rewrite: replacing(service.metadata.name, (rules) => ({ ...rules, topologyKey: undefined })),
  };
  return { rule: 'topologyKey', id: at.pointer, text, at, relaxed: dropped.rewrite, mildest: () => dropped };
}
