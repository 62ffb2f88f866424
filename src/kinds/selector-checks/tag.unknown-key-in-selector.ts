import type { Manifest } from '../../model/manifest.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Selector } from '../../model/spec/definitions.ts';
import type { ServiceSpec } from '../../model/spec/service.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import type { Check } from '../kind.ts';
import { knownKeys } from './known-keys.ts';
import { selectorsIn } from './selectors-in.ts';

/** A selector asks about a tag that no compute has, which is most often a slip of the pen. */
export const tagUnknownKeyInSelector: Check<KindName> = {
  id: 'tag.unknown-key-in-selector',
  severity: 'warning',
  *run(manifests, { graph, unread }) {
    // Whatever is missing may have the tag.
    if (unread('Compute') || unread('Host') || unread('ComputeProfile')) return;
    let known: ReadonlySet<string> | undefined;
    for (const manifest of manifests) {
      for (const { key, pointer } of keysIn(manifest)) {
        known ??= knownKeys(graph);
        if (known.has(key)) continue;
        const near = nearestName(key, known);
        yield {
          manifest,
          pointer,
          message: `no compute has a tag "${key}"`,
          hint: near ? `did you mean ${near}?` : 'tag the computes that are meant, or correct the key',
        };
      }
    }
  },
  page: {
    meaning: `A selector, or the \`topologyKey\` over whose values a service is spread, asks for a tag that no compute has, no ordered
host and no profile either. A rule that keeps a service away
from something would then keep it away from nothing. If the tag is to come later, say so with the annotation
\`stowage/allow\`.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-web-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  tags: { env: prod }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: {} }
  placement:
    antiAffinity:
      - matchLabels: { enviroment: staging }
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-web-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  tags: { env: prod }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: {} }
  placement:
    antiAffinity:
      - matchLabels: { env: staging }
`,
  },
};

/** Every key that a manifest asks about, in its selectors or as the one to spread over. */
function* keysIn(manifest: Manifest) {
  for (const { pointer, selector } of selectorsIn(manifest))
    for (const { key, at } of pointedKeys(selector)) yield { key, pointer: pointer + at };
  const { placement } = manifest.spec as Partial<Pick<ServiceSpec, 'placement'>>;
  if (placement?.topologyKey !== undefined)
    yield { key: placement.topologyKey, pointer: '/spec/placement/topologyKey' };
}

function* pointedKeys({ matchLabels = {}, matchExpressions = [] }: Selector) {
  for (const key of Object.keys(matchLabels)) {
    yield { key, at: `/matchLabels/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` };
  }
  for (const [index, { key }] of matchExpressions.entries())
    yield { key, at: `/matchExpressions/${index}/key` };
}
