import { defineKind } from '../kind.ts';

export const host = defineKind({
  name: 'Host',
  category: 'hardware',
  summary: ({ profile, region, regions, workspace }) => {
    const where = region ?? regions?.join(' or ');
    const place = where === undefined ? '' : ` in ${where}`;
    return `${profile}${place}, workspace ${workspace}`;
  },
  concerns: ({ metadata }) => [metadata.name],
  checks: [],
});
