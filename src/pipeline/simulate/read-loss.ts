import type { Graph } from '../../model/graph.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { LossAddress } from '../../model/simulation.ts';
import { StowageError } from '../../model/stowage-error.ts';

/** Something that is lost, and which computes and services go with it. */
export interface Loss {
  readonly address: LossAddress;
  readonly computes: readonly string[];
  readonly services: readonly string[];
}

/** What an address of a loss begins with. */
export const LOSS_KINDS = ['Compute', 'Service', 'region', 'provider'] as const;

export type LossKind = (typeof LOSS_KINDS)[number];

/** Finds what an address means; throws `simulate.unknown` with the nearest name where it means nothing. */
export function readLoss(text: string, graph: Graph): Loss {
  const slash = text.indexOf('/');
  const [word, name] = slash < 0 ? [text, ''] : [text.slice(0, slash), text.slice(slash + 1)];
  const kind = LOSS_KINDS.find((known) => known.toLowerCase() === word.toLowerCase());
  if (slash < 0) throw unknown(`${text} names nothing that can be lost`, likely(text, everyAddress(graph)));
  if (!kind) {
    const near = nearestName(word, LOSS_KINDS);
    throw unknown(`${word} is nothing that can be lost`, near && `did you mean ${near}/${name}?`);
  }
  const found = lossesOf(kind, graph).find(({ address }) => address === `${kind}/${name}`);
  if (found) return found;
  const names = lossesOf(kind, graph).map(({ address }) => address.slice(kind.length + 1));
  const near = nearestName(name, names);
  const few = names.length > 0 && names.length <= FEW ? `known: ${names.sort().join(', ')}` : undefined;
  throw unknown(`there is no ${SAID[kind]} ${name}`, near ? `did you mean ${kind}/${near}?` : few);
}

/** So many names are listed where none is near. */
const FEW = 12;

/** Lists everything of one kind that could be lost, by name. */
export function lossesOf(kind: LossKind, graph: Graph): Loss[] {
  switch (kind) {
    case 'Compute':
      return graph.all('Compute').map(({ metadata: { name } }) => ({
        address: `Compute/${name}`,
        computes: [name],
        services: [],
      }));
    case 'Service':
      return graph.all('Service').map(({ metadata: { name } }) => ({
        address: `Service/${name}`,
        computes: [],
        services: [name],
      }));
    case 'region':
    case 'provider':
      return groupsOf(kind, graph);
  }
}

function groupsOf(kind: 'region' | 'provider', graph: Graph): Loss[] {
  const groups = new Map<string, string[]>();
  for (const { metadata, spec } of graph.all('Compute')) {
    const group = groups.get(spec[kind]);
    if (group) group.push(metadata.name);
    else groups.set(spec[kind], [metadata.name]);
  }
  return [...groups].map(([name, computes]) => ({ address: `${kind}/${name}`, computes, services: [] }));
}

const SAID: Readonly<Record<LossKind, string>> = {
  Compute: 'Compute',
  Service: 'Service',
  region: 'region with a compute named',
  provider: 'provider with a compute named',
};

function everyAddress(graph: Graph): string[] {
  return LOSS_KINDS.flatMap((kind) => lossesOf(kind, graph).map(({ address }) => address));
}

/** A bare name is most often that of a compute, a service or a region. */
function likely(name: string, addresses: readonly string[]): string | undefined {
  const same = addresses.find((address) => address.slice(address.indexOf('/') + 1) === name);
  const near = same ?? nearestName(name, addresses);
  return near && `did you mean ${near}?`;
}

function unknown(message: string, hint: string | undefined): StowageError {
  const forms = 'name a loss as Compute/NAME, Service/NAME, region/NAME or provider/NAME';
  return new StowageError('simulate.unknown', message, hint ?? forms);
}
