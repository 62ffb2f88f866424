import type { Placement } from '../../../src/model/placement.ts';
import type { Situation } from './exact-fleet.ts';
import type { Goal } from './exact-optimum.ts';
import { seatBreaches } from './hard-rules.ts';

/** Counts of an outcome what an optimum is counted by. */
export function countOf(
  situation: Situation,
  placements: readonly Placement[],
  goals: readonly Goal[],
): number[] {
  const { words, before } = situation;
  const valid = standing(situation);
  const at = new Map(placements.map((seat) => [`${seat.service}/${seat.instance}`, seat.compute]));
  const homeless = ({ service, instance }: Placement) => !at.has(`${service}/${instance}`);
  const strayed = ({ service, instance, compute }: Placement) => at.get(`${service}/${instance}`) !== compute;
  return goals.map(({ name, priority }) => {
    const services = Object.entries(words.services ?? {}).filter(([, rules]) => {
      return priority === undefined || (rules.priority ?? 0) === priority;
    });
    const among = (seats: readonly Placement[]) =>
      seats.filter(({ service }) => services.some(([concerned]) => concerned === service));
    switch (name) {
      case 'lost':
        return among(valid).filter(homeless).length;
      case 'unplaced':
        return services.reduce((sum, [, { replicas = 1 }]) => sum + replicas, 0) - among(placements).length;
      case 'moves':
        return among(before).filter(strayed).length;
    }
  });
}

/** The recorded instances that could all stay, since none of them is where it could not be even alone. */
export function standing({ words, before }: Situation): Placement[] {
  return before.filter((seat) => seatBreaches(words, [seat]).length === 0);
}
