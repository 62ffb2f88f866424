import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Holder, Lease } from '../../src/model/lease.ts';
import { GRACE_SECONDS } from '../../src/model/lease-expired.ts';
import type { LeaseStore } from '../../src/state/lease-store.ts';

/** Two views of one lease, as two machines have them, and how to clear them away. */
export interface LeaseStoresUnderTest {
  readonly ours: LeaseStore;
  readonly theirs: LeaseStore;
  dispose(): void;
}

const ADA: Holder = { name: 'Ada <ada@example.org>', host: 'build-7', pid: 4242, runUrl: null };
const BOB: Holder = { ...ADA, name: 'Bob: "b" # <bob@example.org>', runUrl: 'https://ci.example.org/runs/9' };
const HELD = { code: 'lock.held', exitCode: 6 };
const LOST = { code: 'lock.lost', exitCode: 6 };

/** So many seconds after noon. */
const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 1, 12) + seconds * 1000);
/** The first moment at which a lease of 60 seconds, taken at noon, may be taken over. */
const EXPIRED = 60 + GRACE_SECONDS + 1;

/** What every lease store must do, wherever it keeps the lease. */
export function leaseStoreSuite(name: string, open: () => LeaseStoresUnderTest): void {
  describe(`the lease store ${name}`, () => {
    let opened: LeaseStoresUnderTest;
    let ours: LeaseStore;
    let theirs: LeaseStore;
    beforeEach(() => {
      opened = open();
      ({ ours, theirs } = opened);
    });
    afterEach(() => opened.dispose());

    test('has no holder at first', async () => {
      expect(await theirs.look()).toBeNull();
    });

    test('shows everybody the lease that one took', async () => {
      const { lease, broken } = await ours.take(ADA, 60, at(0));
      expect(lease).toMatchObject({
        holder: ADA,
        epoch: 1,
        since: '2026-03-01T12:00:00.000Z',
        expires: '2026-03-01T12:01:00.000Z',
      });
      expect(broken).toBeNull();
      expect(await ours.look()).toEqual(lease);
      expect(await theirs.look()).toEqual(lease);
    });

    test('says who holds it, where, since when and until when', async () => {
      await theirs.take(BOB, 60, at(0));
      await expect(ours.take(ADA, 60, at(20))).rejects.toMatchObject({
        ...HELD,
        message: expect.stringMatching(
          /Bob.*on build-7 \(process 4242, https:\/\/ci\S+\) since 2026-03-01 12:00:00 UTC, until 2026-03-01 12:01:00 UTC/,
        ),
        hint: expect.stringContaining(`${40 + GRACE_SECONDS} s`),
      });
      expect(await theirs.look()).toMatchObject({ holder: BOB });
    });

    test('is not taken twice by the same process', async () => {
      await ours.take(ADA, 60, at(0));
      await expect(ours.take(ADA, 60, at(1))).rejects.toMatchObject(HELD);
    });

    test('is taken over once it has expired, and tells from whom', async () => {
      const { lease: old } = await theirs.take(BOB, 60, at(0));
      await expect(ours.take(ADA, 60, at(EXPIRED - 1))).rejects.toMatchObject(HELD);
      const { lease, broken } = await ours.take(ADA, 60, at(EXPIRED));
      expect(broken).toEqual(old);
      expect(lease).toMatchObject({ holder: ADA, epoch: 2 });
      expect(await theirs.look()).toEqual(lease);
      await expect(theirs.renew(old, 60, at(EXPIRED + 1))).rejects.toMatchObject(LOST);
      await theirs.release(old);
      expect(await theirs.look()).toEqual(lease);
    });

    test('is extended by its holder, as often as wanted', async () => {
      let { lease } = await ours.take(ADA, 60, at(0));
      for (const seconds of [20, 40, 60]) lease = await ours.renew(lease, 60, at(seconds));
      expect(lease).toMatchObject({
        epoch: 1,
        since: '2026-03-01T12:00:00.000Z',
        expires: '2026-03-01T12:02:00.000Z',
      });
      expect(await theirs.look()).toEqual(lease);
      await expect(theirs.take(BOB, 60, at(EXPIRED))).rejects.toMatchObject(HELD);
    });

    test('is extended after it expired, as long as nobody else took it', async () => {
      const { lease } = await ours.take(ADA, 60, at(0));
      expect(await ours.renew(lease, 60, at(1000))).toEqual(await theirs.look());
    });

    test('is extended on from a renewal whose answer was lost', async () => {
      const { lease } = await ours.take(ADA, 60, at(0));
      await ours.renew(lease, 60, at(20));
      const { expires } = await ours.renew(lease, 60, at(40));
      expect(await theirs.look()).toEqual({ ...lease, expires });
    });

    test('is free once it was given back, and the next holder has the next epoch', async () => {
      const { lease } = await ours.take(ADA, 60, at(0));
      await ours.release(await ours.renew(lease, 60, at(20)));
      expect(await theirs.look()).toBeNull();
      await expect(ours.renew(lease, 60, at(21))).rejects.toMatchObject(LOST);
      const next = await theirs.take(BOB, 60, at(22));
      expect(next).toMatchObject({ lease: { epoch: 2 }, broken: null });
    });

    test('is given back once; a second time is no harm, to us or to whoever has it', async () => {
      const { lease } = await ours.take(ADA, 60, at(0));
      await ours.release(lease);
      await ours.release(lease);
      const next = await theirs.take(BOB, 60, at(1));
      await ours.release(lease);
      expect(await theirs.look()).toEqual(next.lease);
    });

    test('is removed when a person says so', async () => {
      const { lease } = await theirs.take(BOB, 60, at(0));
      await ours.remove((await ours.look()) as Lease);
      expect(await theirs.look()).toBeNull();
      await expect(theirs.renew(lease, 60, at(20))).rejects.toMatchObject(LOST);
      expect((await ours.take(ADA, 60, at(21))).lease.epoch).toBe(2);
    });

    test('is not removed when it is no longer the one that was seen', async () => {
      const { lease: seen } = await theirs.take(BOB, 60, at(0));
      const renewed = await theirs.renew(seen, 60, at(20));
      await expect(ours.remove(seen)).rejects.toMatchObject(LOST);
      expect(await theirs.look()).toEqual(renewed);
      await theirs.release(renewed);
      await expect(ours.remove(renewed)).rejects.toMatchObject(LOST);
      const { lease: next } = await ours.take(ADA, 60, at(21));
      await expect(theirs.remove(renewed)).rejects.toMatchObject(LOST);
      expect(await theirs.look()).toEqual(next);
    });

    test('goes to one only of two who want it at the same moment, also when it has expired', async () => {
      for (const seconds of [0, EXPIRED]) {
        const results = await Promise.allSettled([
          ours.take(ADA, 60, at(seconds)),
          theirs.take(BOB, 60, at(seconds)),
        ]);
        const [winner] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
        const [refusal] = results.flatMap((result): unknown[] =>
          result.status === 'rejected' ? [result.reason] : [],
        );
        expect(refusal).toMatchObject(HELD);
        expect(await theirs.look()).toEqual(winner?.lease);
      }
    });
  });
}
