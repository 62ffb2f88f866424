import { execFileSync } from 'node:child_process';
import { expect } from '@jest/globals';
import type { TestFleet } from './command.ts';
import { testFleet } from './command.ts';
import type { Signers } from './signers.ts';
import { signers } from './signers.ts';

export const SIGNERS_FILE = '.stowage/allowed_signers';

/** A stowage.yaml that requires signatures, or not. */
export const settings = (required: string): string => `apiVersion: stowage/v1
kind: Project
metadata: { name: test }
spec: { requireSignedCommits: ${required}, state: { remote: none } }
`;

/** One compute. */
export const compute = (name: string, region = 'berlin'): string =>
  `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: ${name} }, spec: { type: vm, provider: own, region: ${region} } }\n`;

/** A fleet whose commits people sign, each with a real key. */
export interface SignedFleet extends TestFleet {
  readonly keys: Signers;
  /** Commits everything, signed by somebody if named, and gives the commit's id. */
  commit(signer: string | null, subject: string, ...flags: string[]): string;
  /** Signs the last commit anew. */
  resign(signer: string, ...flags: string[]): void;
  /** Starts over from what is committed and recorded now, each time what it gives is called. */
  mark(): () => void;
  refusedFor(code: string, ...parts: readonly string[]): Promise<void>;
  /** Applies, and finds the commit recorded as verified. */
  goesThrough(): Promise<void>;
  meta(): unknown;
}

/** Makes such a fleet, and a key for each name. */
export function signedFleet(...names: readonly string[]): SignedFleet {
  const keys = signers(...names);
  const fleet = testFleet();
  const git = (...args: string[]): string => fleet.git(...args);
  const head = (): string => git('rev-parse', 'HEAD').trim();
  const stateTip = (): string =>
    git('for-each-ref', '--format=%(objectname)', 'refs/heads/stowage/state').trim();
  const apply = () => fleet.stowage('apply', '--yes', '--quiet');
  const meta = (): unknown => JSON.parse(git('show', 'stowage/state:meta.json'));
  return {
    ...fleet,
    keys,
    meta,
    commit(signer, subject, ...flags) {
      git('add', '--all');
      const signing = signer === null ? [] : ['-S'];
      git(...(signer === null ? [] : keys.signingAs(signer)), 'commit', '-qm', subject, ...signing, ...flags);
      return head();
    },
    resign: (signer, ...flags) =>
      void git(...keys.signingAs(signer), 'commit', '-q', '--amend', '--no-edit', '-S', ...flags),
    mark() {
      const [base, tip] = [head(), stateTip()];
      return () => {
        git('checkout', '-qfB', 'main', base);
        git('clean', '-qfd');
        git('update-ref', 'refs/heads/stowage/state', tip);
      };
    },
    async refusedFor(code, ...parts) {
      const before = stateTip();
      const { status, stderr } = await apply();
      for (const part of [code, ...parts]) expect(stderr).toContain(part);
      expect(status).toBe(4);
      expect(stateTip()).toBe(before);
    },
    async goesThrough() {
      const { status, stderr } = await apply();
      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect(meta()).toMatchObject({ verified: head() });
    },
    dispose() {
      fleet.dispose();
      keys.dispose();
    },
  };
}

/** Tells whether this machine can sign and verify at all. */
export function canSign(): boolean {
  try {
    execFileSync('ssh-keygen', ['-?'], { stdio: 'ignore' });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
  return true;
}

/** An admin, an operator and a viewer. */
export const ORGANIZATION = `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec:
  members:
    - { principal: ada@example.org, roles: [admin] }
    - { principal: bob@example.org, roles: [operator] }
    - { principal: eve@example.org, roles: [viewer] }
`;
