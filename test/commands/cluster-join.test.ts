import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { clusterJoin } from '../../src/commands/cluster-join.ts';
import type { Context } from '../../src/commands/context.ts';
import type { OpenFleet } from '../../src/commands/open-fleet.ts';
import { Revealed } from '../../src/secrets/revealed.ts';
import type { TestCluster } from '../kubernetes/cluster.ts';
import { testCluster } from '../kubernetes/cluster.ts';
import { withSshd } from '../support/sshd.ts';

let cluster: TestCluster;
beforeEach(() => void (cluster = testCluster()));
afterEach(async () => await cluster.dispose());

describe('joining a cluster', () => {
  withSshd('fails with no token in what it says, data and stack alike', async () => {
    await Promise.all(['cp-1', 'worker-1'].map((name) => cluster.start(name)));
    cluster.touch('worker-1', 'broken-join');
    const context = { openRemote: () => cluster.access, revealed: new Revealed() } as unknown as Context;
    const fleet = { workspace: { root: '/' }, project: { spec: { ssh: {} } } } as unknown as OpenFleet;
    const order = { version: '1.31', controlPlane: [cluster.reach('cp-1')] };
    const joining = clusterJoin(context, fleet)(
      cluster.machine('worker-1'),
      order,
      new AbortController().signal,
    );
    const error = (await joining.catch((failure: unknown) => failure)) as Error;
    expect(error.message).toMatch(/timed out with the token \(secret\)$/);
    const [token = ''] = cluster.lines('made');
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(token.slice(7));
    expect(token).toMatch(/^[a-z0-9]{6}\.[a-z0-9]{16}$/);
  });
});
