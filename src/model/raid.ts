/** A RAID level by its number. */
export type RaidLevel = 0 | 1 | 5 | 6 | 10;

interface RaidRule {
  readonly legal: (disks: number) => boolean;
  readonly needs: string;
  readonly usable: (disks: number, smallest: number, sum: number) => number;
}

const RULES: Record<RaidLevel, RaidRule> = {
  0: { legal: (n) => n >= 1, needs: 'at least 1 disk', usable: (_n, _smallest, sum) => sum },
  1: { legal: (n) => n >= 2, needs: 'at least 2 disks', usable: (_n, smallest) => smallest },
  5: { legal: (n) => n >= 3, needs: 'at least 3 disks', usable: (n, smallest) => (n - 1) * smallest },
  6: { legal: (n) => n >= 4, needs: 'at least 4 disks', usable: (n, smallest) => (n - 2) * smallest },
  10: {
    legal: (n) => n >= 4 && n % 2 === 0,
    needs: 'an even number of disks, at least 4',
    usable: (n, smallest) => (n / 2) * smallest,
  },
};

/** Reads `5`, `'raid5'` and the like; the schema has refused everything else. */
export function raidLevelOf(text: string | number): RaidLevel {
  return Number(String(text).replace('raid', '')) as RaidLevel;
}

/** The disks of one RAID group; sizes in GB. */
export interface DiskSet {
  readonly count: number;
  readonly smallest: number;
  readonly sum: number;
}

/** Usable GB of one RAID group, or what the level would need. */
export function usableCapacity(
  level: RaidLevel,
  { count, smallest, sum }: DiskSet,
): { readonly gb: number } | { readonly needs: string } {
  const { legal, needs, usable } = RULES[level];
  if (!legal(count)) return { needs };
  return { gb: usable(count, smallest, sum) };
}
