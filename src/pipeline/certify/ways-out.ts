import type { Graph } from '../../model/graph.ts';
import type { WayOut } from '../../model/infeasibility.ts';
import { editsBetween } from './edits-between.ts';
import type { Remedy, Rule } from './rule.ts';
import type { Trials } from './trials.ts';

/** The fleet as it is, and in what it pays. */
interface Around {
  readonly graph: Graph;
  readonly currency: string;
}

/** How many ways out of one service are worked out, and how many are told. */
const WORKED_OUT = 6;
const TOLD = 3;

/** Makes each cure as mild as it can be, and keeps those that cost the fewest moves; each was tried as it is told. */
export function waysOutOf(
  { graph, currency }: Around,
  cures: readonly (readonly Rule[])[],
  trials: Trials,
): WayOut[] {
  return cures
    .filter((cure) => cure.every(({ mildest }) => mildest))
    .slice(0, WORKED_OUT)
    .flatMap((cure) => mildestOf(cure, trials) ?? [])
    .sort((a, b) => a.moves - b.moves)
    .slice(0, TOLD)
    .map(({ remedies, moves }): WayOut => ({
      kind: 'relax',
      text: remedies.map(({ text }) => text).join(' and '),
      moves,
      cost: { monthly: 0, setup: 0, currency },
      edits: editsBetween(
        graph,
        remedies.map(({ rewrite }) => rewrite),
      ),
      hosts: [],
    }));
}

/** A cure as mild as it can be, and how many instances it moves. */
interface Mild {
  readonly remedies: readonly Remedy[];
  readonly moves: number;
}

function mildestOf(cure: readonly Rule[], trials: Trials): Mild | null {
  const without = trials.try({ rewrites: cure.map(({ relaxed }) => relaxed) });
  if (!without) return null;
  const remedies: Remedy[] = [];
  for (const [nth, rule] of cure.entries()) {
    const others = cure.slice(nth + 1).map(({ relaxed }) => relaxed);
    const helps = (remedy: Remedy): boolean | null => {
      const tried = [...remedies, remedy].map(({ rewrite }) => rewrite);
      return trials.try({ rewrites: [...tried, ...others] })?.fits ?? null;
    };
    const remedy = rule.mildest?.(helps, without.homes);
    if (!remedy) return null;
    remedies.push(remedy);
  }
  const trial = trials.prove(remedies.map(({ rewrite }) => rewrite));
  return trial?.fits === true ? { remedies, moves: trial.moves } : null;
}
