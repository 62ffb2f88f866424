/** A compute, and how many instances of a service it can hold. */
export interface Berth {
  readonly name: string;
  /** Its value of the service's topology key. */
  readonly value: string;
  readonly most: number;
}

/** Where instances go. */
export interface Seating {
  /** The compute of each. */
  readonly homes: readonly string[];
  /** How many of those that stay otherwise do. */
  readonly kept: number;
}

/**
 * Seats as many instances as can be: those that stay otherwise first, then others where they would be, then the rest on
 * the computes that hold the most, in the order given.
 * With values to spread over, each takes an even share, and as many as there are left over take one more.
 */
export function fillBerths(
  berths: readonly Berth[],
  staying: readonly string[],
  others: readonly string[],
  replicas: number,
  spread: boolean,
): Seating {
  const values = new Set(berths.map(({ value }) => value));
  const share = spread ? Math.floor(replicas / Math.max(1, values.size)) : Infinity;
  let above = spread ? replicas % Math.max(1, values.size) : 0;
  const ofValue = new Map<string, number>();
  const left = new Map(berths.map(({ name, most }) => [name, most]));
  const homes: string[] = [];

  const seat = ({ name, value }: Berth): boolean => {
    const room = left.get(name) ?? 0;
    const count = ofValue.get(value) ?? 0;
    if (room < 1 || homes.length === replicas || count > share || (count === share && above === 0))
      return false;
    if (count === share) above--;
    left.set(name, room - 1);
    ofValue.set(value, count + 1);
    homes.push(name);
    return true;
  };

  const byName = new Map(berths.map((berth) => [berth.name, berth]));
  const seatOn = (name: string): boolean => {
    const berth = byName.get(name);
    return berth !== undefined && seat(berth);
  };
  const kept = staying.filter(seatOn).length;
  others.forEach(seatOn);
  for (const berth of berths.filter(({ most }) => most > 0).sort((a, b) => b.most - a.most)) {
    while (seat(berth));
  }
  return { homes, kept };
}
