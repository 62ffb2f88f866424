import type { Placement } from '../../../src/model/placement.ts';
import type { Resource } from '../../../src/model/resources.ts';
import { RESOURCES } from '../../../src/model/resources.ts';
import type { ServiceWords } from '../../support/fleet.ts';
import { standing } from './exact-count.ts';
import type { Situation } from './exact-fleet.ts';
import type { Goal } from './exact-optimum.ts';
import type { Term } from './exact-program.ts';
import { Program } from './exact-program.ts';
import { unsuitable } from './hard-rules.ts';

/** Units in which amounts are small whole numbers. */
const UNIT: Record<Resource, number> = { cores: 1, memory: 1024, vram: 1024, nvme: 1, gpu: 1 };

/** One service on one compute that is open to it. */
interface Pair {
  readonly service: string;
  readonly compute: string;
  readonly rules: ServiceWords;
  /** The column that counts its instances there. */
  readonly seats: number;
  /** The column that is 1 where there are any. */
  readonly present: number;
}

/** Every placement that the rules of a fleet allow, as a program; instances of one service are alike. */
export class ExactModel {
  readonly program = new Program();
  readonly #pairs: Pair[] = [];
  readonly #services: Readonly<Record<string, ServiceWords>>;
  readonly #terms: Record<Goal['name'], Map<string, readonly Term[]>>;
  readonly #before: readonly Placement[];

  constructor(situation: Situation) {
    const { words, before } = situation;
    this.#services = words.services ?? {};
    this.#before = before;
    this.#terms = { lost: new Map(), unplaced: new Map(), moves: new Map() };
    const valid = standing(situation);
    for (const [service, rules] of Object.entries(this.#services)) {
      for (const [compute, place] of Object.entries(words.computes)) {
        if (unsuitable(compute, place, rules).length === 0) this.#pair(service, compute, rules);
      }
      this.#count(service, rules, valid.filter((seat) => seat.service === service).length);
    }
    for (const [compute, place] of Object.entries(words.computes)) {
      const here = this.#pairs.filter((pair) => pair.compute === compute);
      for (const resource of RESOURCES) this.#fit(here, resource, (place[resource] ?? 0) / UNIT[resource]);
      this.#keepApart(here);
    }
  }

  /** Writes a goal as a sum of columns and a constant. */
  readonly sumOf = ({ name, priority }: Goal): { terms: Term[]; constant: number } => {
    const concerned = Object.keys(this.#services).filter((service) => {
      return priority === undefined || (this.#services[service]?.priority ?? 0) === priority;
    });
    const most = {
      lost: () => 0,
      unplaced: (service: string) => this.#services[service]?.replicas ?? 1,
      moves: (service: string) => this.#before.filter((seat) => seat.service === service).length,
    };
    return {
      terms: concerned.flatMap((service) => this.#terms[name].get(service) ?? []),
      constant: concerned.reduce((sum, service) => sum + most[name](service), 0),
    };
  };

  #pair(service: string, compute: string, rules: ServiceWords): void {
    const { replicas = 1, spreadMax = Infinity } = rules;
    const seats = this.program.column(Math.min(replicas, spreadMax));
    const present = this.program.column(1);
    this.program.row([[seats, 1] as const, [present, -Math.min(replicas, spreadMax)]], 0);
    this.#pairs.push({ service, compute, rules, seats, present });
  }

  /** Adds up who has a place, who of those with a valid one lost it, and who stays at home. */
  #count(service: string, { replicas = 1 }: ServiceWords, valid: number): void {
    const pairs = this.#pairs.filter((pair) => pair.service === service);
    const placed = pairs.map(({ seats }): Term => [seats, 1]);
    this.program.row(placed, replicas);
    this.#terms.unplaced.set(
      service,
      placed.map(([seats]) => [seats, -1] as const),
    );
    const lost = this.program.column(replicas);
    this.program.row([...placed, [lost, 1]], Infinity, valid);
    this.#terms.lost.set(service, [[lost, 1]]);
    const staying = pairs.map(({ compute, seats }): Term => {
      const recorded = this.#before.filter((seat) => seat.service === service && seat.compute === compute);
      const column = this.program.column(recorded.length);
      this.program.row([[column, 1] as const, [seats, -1]], 0);
      return [column, -1];
    });
    this.#terms.moves.set(service, staying);
  }

  /** What instances need and the largest buffer of those present fit into a compute. */
  #fit(here: readonly Pair[], resource: Resource, capacity: number): void {
    const buffer = this.program.column(Infinity, false);
    for (const { rules, present } of here) {
      const kept = (rules.buffer?.[resource] ?? 0) / UNIT[resource];
      if (kept > 0) this.program.row([[present, kept] as const, [buffer, -1]], 0);
    }
    const used = here.map(({ rules, seats }): Term => [seats, (rules[resource] ?? 0) / UNIT[resource]]);
    this.program.row([...used, [buffer, 1]], capacity);
  }

  #keepApart(here: readonly Pair[]): void {
    for (const one of here) {
      for (const other of here) {
        if (one.rules.antiAffinityServices?.includes(other.service)) {
          this.program.row([[one.present, 1] as const, [other.present, 1]], 1);
        }
      }
    }
  }
}
