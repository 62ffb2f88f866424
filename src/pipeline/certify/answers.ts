import type { Rule } from './rule.ts';

/** The rules that keep whole computes from a service; relaxed, they may bring in new values to spread over. */
const CHOOSING: ReadonlySet<string> = new Set(['affinity', 'antiAffinity', 'state']);

/**
 * What was found out about relaxing some rules of a service, and what follows from it. While nobody else moves, relaxing
 * more never harms, so that nothing is tried that is known already. The exception is a service that spreads: on more
 * values its shares become smaller.
 */
export class Answers {
  readonly #numbers: ReadonlyMap<Rule, number>;
  readonly #isStill: boolean;
  readonly #choosing: number;
  readonly #spreading: number;
  readonly #fitting: number[] = [];
  readonly #unfit: number[] = [];

  /** Takes fewer than 31 rules, and whether everybody else stands still. */
  constructor(rules: readonly Rule[], isStill: boolean) {
    this.#numbers = new Map(rules.map((rule, nth) => [rule, nth]));
    this.#isStill = isStill;
    this.#choosing = this.#setOf(rules.filter(({ rule }) => CHOOSING.has(rule)));
    this.#spreading = this.#setOf(rules.filter(({ rule }) => rule === 'topologyKey'));
  }

  /** Tells whether everything has a place with some rules relaxed; tries it where that is not known. */
  of(relaxed: readonly Rule[], tried: () => boolean | null): boolean | null {
    const asked = this.#setOf(relaxed);
    if (this.#fitting.some((less) => this.#follows(less, asked))) return true;
    if (this.#unfit.some((more) => this.#follows(asked, more))) return false;
    const answer = tried();
    if (answer !== null) (answer ? this.#fitting : this.#unfit).push(asked);
    return answer;
  }

  /** Takes note that everything has a place with some rules relaxed. */
  add(relaxed: readonly Rule[]): void {
    this.#fitting.push(this.#setOf(relaxed));
  }

  /** Tells whether a set of rules leaves at least as many places as another. */
  #follows(less: number, more: number): boolean {
    if (less === more) return true;
    if (!this.#isStill || (less & ~more) !== 0) return false;
    const isSpread = this.#spreading !== 0 && (more & this.#spreading) === 0;
    return !isSpread || (more & ~less & this.#choosing) === 0;
  }

  #setOf(rules: readonly Rule[]): number {
    return rules.reduce((set, rule) => set | (1 << (this.#numbers.get(rule) as number)), 0);
  }
}
