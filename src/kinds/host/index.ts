import { defineKind } from '../kind.ts';

export const host = defineKind({
  name: 'Host',
  category: 'hardware',
  summary: ({ profile, region, regions, workspace }) => {
    const where = region ?? regions?.join(' or ');
    return `${profile}${where === undefined ? '' : ` in ${where}`}, workspace ${workspace}`;
  },
  concerns: ({ metadata }) => [metadata.name],
  checks: [],
});
