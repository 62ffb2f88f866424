import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { joinCluster } from '../../src/kubernetes/join-cluster.ts';
import type { Machine } from '../../src/model/machine.ts';
import { ProviderFailure } from '../../src/providers/provider-failure.ts';
import { Revealed } from '../../src/secrets/revealed.ts';
import { withSshd } from '../support/sshd.ts';
import type { TestCluster } from './cluster.ts';
import { testCluster } from './cluster.ts';

const NEVER = new AbortController().signal;

let cluster: TestCluster;
let revealed: Revealed;
beforeEach(() => {
  cluster = testCluster();
  revealed = new Revealed();
});
afterEach(async () => await cluster.dispose());

/** Makes a machine join by nodes, and answers what it failed with, as it is shown; null where it did not. */
async function join(machine: string, ...nodes: readonly string[]): Promise<ProviderFailure | null> {
  const order = { version: '1.31', controlPlane: nodes.map((node) => cluster.reach(node)) };
  const remember = (secret: string): void => revealed.remember(secret);
  const access = { ...cluster.access, remember };
  try {
    await joinCluster(cluster.machine(machine), order, access, NEVER);
    return null;
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const shown = revealed.scrub(`${error.message} ${error.hint} ${error.stack}`);
    for (const token of cluster.lines('made')) {
      expect(shown).not.toContain(token);
      expect(shown).not.toContain(token.split('.')[1]);
    }
    return error;
  }
}

describe('a machine that is to join a cluster', () => {
  withSshd('joins by a token that is deleted afterwards, and once', async () => {
    await Promise.all(['cp-1', 'worker-1'].map((name) => cluster.start(name)));
    expect(await join('worker-1', 'cp-1')).toBeNull();
    expect(cluster.has('worker-1', 'etc/kubernetes/kubelet.conf')).toBe(true);
    expect(cluster.lines('made')).toHaveLength(1);
    expect(cluster.lines('tokens')).toEqual([]);
    const before = cluster.lines('calls');
    expect(before).toEqual([
      'cp-1 token create',
      expect.stringMatching(/^worker-1 join /),
      'cp-1 token delete',
    ]);
    expect(await join('worker-1', 'cp-1')).toBeNull();
    expect(cluster.lines('calls')).toEqual(before);
  });

  withSshd('takes the next control-plane node where one is down or cannot make a token', async () => {
    await Promise.all(['cp-2', 'cp-3', 'worker-1'].map((name) => cluster.start(name)));
    await (await cluster.start('spare')).stop();
    cluster.touch('cp-2', 'broken-create');
    expect(await join('worker-1', 'spare', 'cp-2', 'cp-3')).toBeNull();
    expect(cluster.lines('joined')).toEqual(['worker-1']);
    expect(cluster.lines('tokens')).toEqual([]);
  });

  withSshd('is told why where no node makes a token', async () => {
    await Promise.all(['cp-1', 'worker-1'].map((name) => cluster.start(name)));
    cluster.touch('cp-1', 'broken-create');
    expect(await join('worker-1', 'cp-1')).toMatchObject({
      failure: 'fatal',
      message:
        'no control-plane node made a token: cp-1: kubeadm token create ended with 1: error execution phase token: failed to load admin kubeconfig',
    });
    await (await cluster.start('spare')).stop();
    // One that is down may come back, and then do better.
    expect(await join('worker-1', 'cp-1', 'spare')).toMatchObject({ failure: 'transient' });
    expect(await join('worker-1')).toMatchObject({ failure: 'profile' });
  });

  withSshd('begins anew where it was left half way, and its failures hold no token', async () => {
    await Promise.all(['cp-1', 'worker-1'].map((name) => cluster.start(name)));
    cluster.touch('worker-1', 'broken-join');
    const failure = await join('worker-1', 'cp-1');
    expect(failure?.failure).toBe('fatal');
    expect(revealed.scrub(failure?.message ?? '')).toBe(
      'kubeadm join ended with 1 on worker-1: error execution phase kubelet-start: timed out with the token (secret)',
    );
    expect(cluster.lines('tokens')).toEqual([]);
    cluster.forget('worker-1', 'broken-join');
    expect(await join('worker-1', 'cp-1')).toBeNull();
    expect(cluster.lines('tokens')).toEqual([]);
  });

  withSshd('joins nothing where it is not the machine that was ordered', async () => {
    await Promise.all(['cp-1', 'worker-1'].map((name) => cluster.start(name)));
    const controlPlane = [cluster.reach('cp-1')];
    const remember = (): void => undefined;
    const access = { ...cluster.access, remember };
    const keyless: Machine = { ...cluster.machine('worker-1') };
    delete (keyless as { hostKey?: string }).hostKey;
    const order = { version: '1.31', controlPlane };
    await expect(joinCluster(keyless, order, access, NEVER)).rejects.toMatchObject({ failure: 'fatal' });
    expect(cluster.lines('calls')).toEqual([]);
  });
});
