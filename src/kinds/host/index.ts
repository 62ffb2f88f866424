import { defineKind } from '../kind.ts';
import { profileFamily } from './checks/profile.family.ts';
import { providerFamilyDisabled } from './checks/provider.family-disabled.ts';
import { regionUnknown } from './checks/region.unknown.ts';

export const host = defineKind({
  name: 'Host',
  category: 'hardware',
  summary: ({ profile, region, regions, workspace }) => {
    const where = region ?? regions?.join(' or ');
    const place = where === undefined ? '' : ` in ${where}`;
    return `${profile}${place}, workspace ${workspace}`;
  },
  concerns: ({ metadata }) => [metadata.name],
  checks: [profileFamily, providerFamilyDisabled, regionUnknown],
});
