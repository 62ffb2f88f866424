import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { describeSelector } from '../../model/selector.ts';
import { locationOf, replacing } from './rewriting.ts';
import type { Remedy, Rewrite, Rule } from './rule.ts';

/** A rule for every anti-affinity selector of a service, and for every service that it avoids or is avoided by. */
export function avoidanceRules(graph: Graph, service: Manifest<'Service'>): Rule[] {
  return [...selectorRules(service), ...neighbourRules(graph, service)];
}

function selectorRules(service: Manifest<'Service'>): Rule[] {
  return (service.spec.placement?.antiAffinity ?? []).map((selector, nth): Rule => {
    const at = locationOf(service, `/spec/placement/antiAffinity/${nth}`);
    const text = `anti-affinity ${describeSelector(selector)}`;
    const dropped: Remedy = {
      text: `drop ${text}`,
      // By identity: others may have been taken out before it.
      rewrite: replacing(service.metadata.name, (rules) => ({
        ...rules,
        antiAffinity: rules.antiAffinity?.filter((one) => one !== selector),
      })),
    };
    return {
      rule: 'antiAffinity',
      id: at.pointer,
      text,
      at,
      relaxed: dropped.rewrite,
      mildest: () => dropped,
    };
  });
}

/** Both sides may have said so; both are relaxed together. */
function neighbourRules(graph: Graph, service: Manifest<'Service'>): Rule[] {
  const { name } = service.metadata;
  const said = (one: Manifest<'Service'>): readonly string[] =>
    one.spec.placement?.antiAffinityServices ?? [];
  const others = graph
    .all('Service')
    .filter(({ metadata: { name: other } }) => other !== name)
    .filter((other) => said(service).includes(other.metadata.name) || said(other).includes(name));
  return others.map((other): Rule => {
    const where = [
      { by: service, of: other },
      { by: other, of: service },
    ]
      .map(({ by, of }) => ({ by, nth: said(by).indexOf(of.metadata.name) }))
      .filter(({ nth }) => nth >= 0)
      .map(({ by, nth }) => locationOf(by, `/spec/placement/antiAffinityServices/${nth}`));
    const at = where[0] as (typeof where)[number];
    const shared: Remedy = {
      text: `let it share computes with ${other.metadata.name}`,
      rewrite: both(unavoiding(name, other.metadata.name), unavoiding(other.metadata.name, name)),
    };
    return {
      rule: 'antiAffinityServices',
      id: `avoids ${other.metadata.name}`,
      text: `anti-affinity to ${other.metadata.name}`,
      at,
      relaxed: shared.rewrite,
      mildest: () => shared,
    };
  });
}

function unavoiding(service: string, other: string): Rewrite {
  return replacing(service, (rules) => ({
    ...rules,
    antiAffinityServices: rules.antiAffinityServices?.filter((avoided) => avoided !== other),
  }));
}

function both(first: Rewrite, second: Rewrite): Rewrite {
  return (manifest) => {
    const once = first(manifest);
    return once && second(once);
  };
}
