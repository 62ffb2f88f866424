import type { Box } from './box.ts';
import { boxContains, intersectionOf } from './box.ts';
import type { Action, FilterRule } from './filter-rule.ts';
import { findUncovered } from './find-uncovered.ts';
import { Grid } from './grid.ts';
import { regionOf } from './region.ts';
import { Scale } from './scale.ts';

/** What becomes of some packets. */
export interface Decision {
  readonly action: Action;
  /** The rule that decides; null where none matches. */
  readonly rule: FilterRule | null;
  /** Packets for which that is so. */
  readonly packets: Box;
}

/**
 * Everyone who decides on some of a box's packets, in the order in which rules are tried, which is the order they are
 * given in; `fallback` is what becomes of a packet that no rule matches.
 */
export function decisionsOn(rules: readonly FilterRule[], box: Box, fallback: Action): readonly Decision[] {
  const meeting: { readonly rule: FilterRule; readonly part: Box }[] = [];
  for (const rule of rules) {
    const own = rule.boxes.find(({ family }) => family === box.family);
    const part = own && intersectionOf(own, box);
    if (!part) continue;
    meeting.push({ rule, part });
    if (boxContains(part, box)) break;
  }
  const [only] = meeting;
  if (!only) return [{ action: fallback, rule: null, packets: box }];
  if (boxContains(only.part, box)) return [{ action: only.rule.action, rule: only.rule, packets: box }];

  const boxes = [...meeting.map(({ part }) => part), box];
  const grid = new Grid(new Scale(box.family, boxes), boxes);
  const before: number[] = [];
  const decisions: Decision[] = [];
  for (const [at, { rule }] of meeting.entries()) {
    const place = findUncovered(grid, regionOf(grid, at, at), before);
    if (place) decisions.push({ action: rule.action, rule, packets: grid.packetsAt(place) });
    before.push(at);
  }
  const left = findUncovered(grid, regionOf(grid, meeting.length, meeting.length), before);
  if (left) decisions.push({ action: fallback, rule: null, packets: grid.packetsAt(left) });
  return decisions;
}
