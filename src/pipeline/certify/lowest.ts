/**
 * Finds the lowest whole number above `bad` and up to `good` that will do, where more always does too: `good` does and
 * `bad` does not. Halves the guesses in between, then what lies between two of them. Stops when a try gives no answer,
 * with the lowest that is known to do.
 */
export function lowest(
  bad: number,
  good: number,
  does: (number: number) => boolean | null,
  guesses: readonly number[] = [],
): number {
  let [low, high] = [bad, good];
  let left = [...new Set(guesses)].sort((a, b) => a - b);
  while (high - low > 1) {
    left = left.filter((guess) => guess > low && guess < high);
    const at = left[left.length >> 1] ?? Math.floor((low + high) / 2);
    const answer = does(at);
    if (answer === null) break;
    if (answer) high = at;
    else low = at;
  }
  return high;
}
