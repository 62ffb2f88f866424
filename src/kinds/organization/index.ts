import { defineKind } from '../kind.ts';
import { orgMemberTwice } from './checks/org.member-twice.ts';
import { orgRole } from './checks/org.role.ts';

export const organization = defineKind({
  name: 'Organization',
  category: 'other',
  summary: ({ members = [], limits, families }) =>
    [
      members.length === 0 ? 'no members' : members.length === 1 ? '1 member' : `${members.length} members`,
      ...(limits?.hosts === undefined ? [] : [`at most ${limits.hosts} hosts`]),
      ...(limits?.monthlyCost === undefined ? [] : [`at most ${limits.monthlyCost} a month`]),
      ...(families ? [families.length > 0 ? families.join(' and ') : 'no provider family'] : []),
    ].join(', '),
  concerns: () => [],
  checks: [orgRole, orgMemberTwice],
});
