import type { ServicePlacement } from '../../model/spec/service.ts';
import { bitsOf } from './bits.ts';
import { STANDING_FILTERS } from './filters/standing.ts';
import { Layout } from './layout.ts';
import { countMarked, marked } from './masks.ts';
import type { Sites } from './sites.ts';
import { topologyOf } from './topology.ts';
import type { Eligibility } from './workload.ts';

/** Finds eligible computes once for each distinct set of rules; many services share theirs. */
export class Eligibilities {
  readonly #sites: Sites;
  /** The layout of all rules that ask for no spreading. */
  readonly #byName: Layout;
  readonly #known = new Map<string, Eligibility>();

  constructor(sites: Sites) {
    const { length } = sites.names;
    this.#sites = sites;
    this.#byName = new Layout([Int32Array.from({ length }, (_, compute) => compute)], length);
  }

  of(rules: ServicePlacement): Eligibility {
    const { affinity, antiAffinity, topologyKey } = rules;
    const ruled = affinity !== undefined || antiAffinity !== undefined || topologyKey !== undefined;
    const key = ruled ? JSON.stringify([affinity, antiAffinity, topologyKey]) : '';
    let eligibility = this.#known.get(key);
    if (!eligibility) this.#known.set(key, (eligibility = this.#find(rules, this.#known.size)));
    return eligibility;
  }

  #find(rules: ServicePlacement, id: number): Eligibility {
    const mask = new Uint8Array(this.#sites.names.length).fill(1);
    let left = mask.length;
    const ruledOut = STANDING_FILTERS.map((filter) => {
      const before = left;
      filter.narrow(mask, this.#sites, rules);
      left = countMarked(mask);
      return before - left;
    });
    const bits = bitsOf(mask);
    const computes = marked(mask);
    const found = { id, mask, bits, ruledOut, count: computes.length };
    if (rules.topologyKey === undefined) return { ...found, layout: this.#byName };
    const topology = topologyOf(this.#sites, computes, rules.topologyKey);
    return { ...found, layout: new Layout(topology.members, mask.length), topology };
  }
}
