import { defineKind } from '../kind.ts';

export const host = defineKind({
  name: 'Host',
  category: 'hardware',
  summary: ({ profile, region, regions, workspace }) => {
    const where = region ?? regions?.join(' or ');
    // No provider is asked yet: the order is written down and costs nothing.
    const place = where === undefined ? '' : ` in ${where}`;
    return `${profile}${place}, workspace ${workspace} (order recorded, not sent)`;
  },
  concerns: ({ metadata }) => [metadata.name],
  checks: [],
});
