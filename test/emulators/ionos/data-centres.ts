import { randomUUID } from 'node:crypto';
import { Refused } from './refusal.ts';

export interface Lan {
  readonly id: number;
  readonly name: string;
  readonly public: boolean;
}

export interface DataCentre {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly lans: Lan[];
}

/** Virtual data centres; names are not unique. */
export class DataCentres {
  readonly all = new Map<string, DataCentre>();

  add(name: string, location: string): DataCentre {
    const added = { id: randomUUID(), name, location, lans: [] };
    this.all.set(added.id, added);
    return added;
  }

  find(id: string): DataCentre {
    const found = this.all.get(id);
    if (!found) throw new Refused('404');
    return found;
  }

  addLan(centre: DataCentre, name: string, isPublic: boolean): Lan {
    const id = Math.max(0, ...centre.lans.map((lan) => lan.id)) + 1;
    return this.#put(centre, { id, name, public: isPublic });
  }

  /** As the API does for a network card whose LAN there is not: a private one. */
  ensureLan(centre: DataCentre, id: number): Lan {
    return centre.lans.find((lan) => lan.id === id) ?? this.#put(centre, { id, name: '', public: false });
  }

  #put(centre: DataCentre, lan: Lan): Lan {
    centre.lans.push(lan);
    return lan;
  }
}

export function dataCentreShape({ id, name, location }: DataCentre) {
  return {
    id,
    type: 'datacenter',
    metadata: { state: 'AVAILABLE' },
    properties: { name, location, version: 1 },
  };
}

export function lanShape({ id, name, public: isPublic }: Lan) {
  return {
    id: String(id),
    type: 'lan',
    metadata: { state: 'AVAILABLE' },
    properties: { name, public: isPublic },
  };
}
