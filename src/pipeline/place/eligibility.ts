import type { ServicePlacement } from '../../model/spec/service.ts';
import { STANDING_FILTERS } from './filters/standing.ts';
import type { Sites } from './sites.ts';
import { topologyOf } from './topology.ts';
import type { Eligibility } from './workload.ts';

/** Finds eligible computes once for each distinct set of rules; many services share theirs. */
export class Eligibilities {
  readonly #sites: Sites;
  readonly #known = new Map<string, Eligibility>();

  constructor(sites: Sites) {
    this.#sites = sites;
  }

  of(rules: ServicePlacement): Eligibility {
    const key = JSON.stringify([rules.affinity, rules.antiAffinity, rules.topologyKey]);
    let eligibility = this.#known.get(key);
    if (!eligibility) this.#known.set(key, (eligibility = this.#find(rules)));
    return eligibility;
  }

  #find(rules: ServicePlacement): Eligibility {
    const mask = new Uint8Array(this.#sites.names.length).fill(1);
    for (const filter of STANDING_FILTERS) filter.narrow(mask, this.#sites, rules);
    const computes = Int32Array.from([...mask.keys()].filter((compute) => mask[compute] === 1));
    if (rules.topologyKey === undefined) return { mask, computes };
    return { mask, computes, topology: topologyOf(this.#sites, computes, rules.topologyKey) };
  }
}
