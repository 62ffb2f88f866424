import type { ComputeReport, FirewallLine } from '../model/capacity-report.ts';
import type { CapacitySection } from './capacity-section.ts';

/** Arranges the rules of a compute in the order in which they are tried, each direction with its default at the end. */
export function firewallSection({ firewall, firewallDefaults }: ComputeReport): CapacitySection {
  const rows = (['in', 'out'] as const).flatMap((direction) => {
    const lines = firewall.filter((line) => line.direction === direction);
    if (lines.length === 0) return [];
    return [...lines.map(row), [direction, 'last', 'default', '', `${firewallDefaults[direction]} all else`]];
  });
  return {
    title: 'Firewall rules',
    head: ['direction', 'priority', 'rule', 'assigned by', 'what it does'],
    aligns: ['left', 'right', 'left', 'left', 'left'],
    rows,
  };
}

function row({ direction, priority, rule, assignment, summary, enabled, hiddenBy }: FirewallLine): string[] {
  const [first, ...more] = hiddenBy;
  const others =
    more.length === 0 ? '' : more.length < 3 ? `, ${more.join(', ')}` : ` and ${more.length} others`;
  const hidden = first === undefined ? '' : ` (never decides, hidden by ${first}${others})`;
  return [direction, `${priority}`, rule, assignment, `${summary}${enabled ? hidden : ' (switched off)'}`];
}
