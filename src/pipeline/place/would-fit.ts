import type { Board } from './board.ts';
import type { Handful } from './handfuls.ts';

/** Tells whether members would have room on a host once others have left it, and may be there even before. */
export function wouldFit(board: Board, host: number, coming: Handful, leaving: Handful = []): boolean {
  const { free, needs, width } = board;
  for (let r = 0; r < width; r++) {
    let room = free[host * width + r] as number;
    for (const member of leaving) room += needs[member * width + r] as number;
    for (const member of coming) room -= needs[member * width + r] as number;
    if (room < 0) return false;
  }
  return coming.every((member) => board.allows(member, host));
}
