import { distance } from 'fastest-levenshtein';

/** Finds the name a person most likely meant; undefined when none is close. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  // Something of a short name must be right, or every other would be near.
  const limit = Math.min(Math.max(2, Math.floor(name.length / 4)), name.length - 1);
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (siblings(name, candidate)) continue;
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const apart = distance(name.toLowerCase(), candidate.toLowerCase());
    if (apart < bestDistance || (apart === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}

/** `web-01` and `web-02` are two machines, not one and its misspelling. */
function siblings(name: string, candidate: string): boolean {
  return name.length === candidate.length && name.replace(/\d/g, '0') === candidate.replace(/\d/g, '0');
}
