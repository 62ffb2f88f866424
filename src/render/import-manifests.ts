import { stringify } from 'yaml';
import type { Imported } from '../model/imported.ts';

/** Where the Hosts of an import belong. */
export interface ImportPlace {
  readonly workspace: string;
  readonly provider: string;
  readonly family: string;
}

/** Writes an import as manifests for a pull request, profiles first; `schema` is where editors find theirs. */
export function importManifests({ hosts, profiles }: Imported, place: ImportPlace, schema: string): string {
  const { workspace, provider, family } = place;
  const documents = [
    ...profiles.map(({ name, parameters, resources, price, regions }) => {
      const { monthly, setup, currency } = price ?? { monthly: 0, setup: 0, currency: 'EUR' };
      const text = manifest('ComputeProfile', name, {
        family,
        resources,
        price: { monthly, ...(setup > 0 && { setup }), currency },
        ...(Object.keys(parameters).length > 0 && { parameters }),
        ...(regions.length > 0 && { regions }),
      });
      return unsaid(Object.keys(resources).length === 0, price === null) + text;
    }),
    ...hosts.map(({ name, hostname, profile, region, image, adopt }) =>
      manifest('Host', name, {
        ...(hostname !== undefined && { hostname }),
        workspace,
        provider,
        profile,
        ...(region !== undefined && { region }),
        ...(image !== undefined && { image }),
        adopt,
      }),
    ),
  ];
  return `# yaml-language-server: $schema=${schema}\n${documents.join('---\n')}`;
}

function manifest(kind: string, name: string, spec: object): string {
  return stringify({ apiVersion: 'stowage/v1', kind, metadata: { name }, spec });
}

function unsaid(noResources: boolean, noPrice: boolean): string {
  const what = [...(noResources ? ['how large it is'] : []), ...(noPrice ? ['what it costs a month'] : [])];
  return what.length === 0 ? '' : `# The provider does not say ${what.join(' or ')}: write it here.\n`;
}
