import { stringify } from 'yaml';
import type { Advice } from '../model/advice.ts';

/** Writes the Hosts of a recommendation as manifests for a pull request; `schema` is where editors find theirs. */
export function recommendationManifests({ workspace, recommendations }: Advice, schema: string): string {
  const documents = recommendations.flatMap(({ profile, region, hosts }) =>
    hosts.map((name) =>
      stringify({
        apiVersion: 'stowage/v1',
        kind: 'Host',
        metadata: { name },
        spec: { workspace, profile, region },
      }),
    ),
  );
  return `# yaml-language-server: $schema=${schema}\n${documents.join('---\n')}`;
}
