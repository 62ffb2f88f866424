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
  page: {
    meaning: `An address may carry a user and a password before an \`@\`, and what is committed once stays in the repository's history.
Write the address alone and refer to the secret in \`credentials\`: an environment variable, a file outside the repository,
or a file that \`stowage secret set\` encrypted. If this was ever pushed, give the account another password.`,
    fails: `apiVersion: stowage/v1
kind: ComputeProvider
metadata: { name: acme-cloud }
spec:
  family: ionos-dcd
  endpoint: https://robot:s3cr3t-word@gateway.example.com/cloudapi
  region: de/fra
`,
    passes: `apiVersion: stowage/v1
kind: ComputeProvider
metadata: { name: acme-cloud }
spec:
  family: ionos-dcd
  endpoint: https://gateway.example.com/cloudapi
  credentials: { env: ACME_CLOUD_TOKEN }
  region: de/fra
`,
  },
};
