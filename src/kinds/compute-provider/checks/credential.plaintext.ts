import type { Check } from '../../kind.ts';

/** An address holds a user or a password: a secret that stands in the repository. */
export const credentialPlaintext: Check<'ComputeProvider'> = {
  id: 'credential.plaintext',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]*@/i.test(manifest.spec.endpoint ?? '')) continue;
      yield {
        manifest,
        pointer: '/spec/endpoint',
        message: 'the endpoint holds a user or a password, which the repository would keep for ever',
        hint: 'leave it out of the address, and refer to it: credentials: { age: secrets/NAME.age }',
        related: [],
      };
    }
  },
};
