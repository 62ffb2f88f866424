import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import type { StateStore } from '../../src/state/state-store.ts';
import { begin, change, entry, host, idOf, intent, note, place, placed, settle } from '../state/acts.ts';

/** A store of one test, and how to clear it away. */
export interface StoreUnderTest {
  readonly store: StateStore;
  dispose(): void;
}

/** What every state store must do, whatever it keeps its files in. */
export function stateStoreSuite(name: string, open: () => StoreUnderTest): void {
  describe(`the state store ${name}`, () => {
    let opened: StoreUnderTest;
    let store: StateStore;
    beforeEach(() => {
      opened = open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    test('has nothing recorded at first, and an empty journal', async () => {
      await store.fetch();
      expect(await store.read()).toEqual(NOTHING_RECORDED);
      expect(await store.journal({})).toEqual([]);
    });

    test('returns what was written', async () => {
      const odd = host('odd|key/with: all "that" | % .git', {
        kind: 'DNSRecord',
        metadata: { name: 'odd', protect: true, annotations: { note: '- not a list\n', 'a: b': '#' } },
        spec: {
          ttl: 300,
          values: ['1.2.3.4', 'yes', 'null', '1e3', '', '  ', '0x10'],
          nested: [[], {}, [{ a: null }]],
        },
        status: { id: 9007199254740991, ratio: 0.1, ready: false },
      });
      const plain = host('fsn1-db-01');
      const written = await store.write(
        NOTHING_RECORDED,
        [change(1, null, plain), change(2, null, odd), place(3, null, placed('postgres', 1, 'fsn1-db-01'))],
        'tree-1',
      );
      expect(written.serial).toBe(1);
      expect(await store.read()).toEqual({
        commit: written.commit,
        serial: 1,
        desired: 'tree-1',
        objects: [odd, plain],
        placements: [placed('postgres', 1, 'fsn1-db-01')],
        intents: [],
      });
    });

    test('counts writes, and keeps the tree recorded before when none is given', async () => {
      await store.write(NOTHING_RECORDED, [change(1, null, host('a'))], 'tree-1');
      await store.write(await store.read(), [note(2)], null);
      expect(await store.read()).toMatchObject({ serial: 2, desired: 'tree-1' });
    });

    test('keeps which commit is trusted until it is told otherwise', async () => {
      const first = await store.write(NOTHING_RECORDED, [change(1, null, host('a'))], 'tree-1', 'commit-1');
      expect(first.verified).toBe('commit-1');
      expect(await store.read()).toEqual(first);
      const second = await store.write(first, [note(2)], null);
      expect(second.verified).toBe('commit-1');
      expect(await store.read()).toEqual(second);
      const third = await store.write(second, [note(3)], null, null);
      expect(third).not.toHaveProperty('verified');
      expect(await store.read()).toEqual(third);
    });

    test('holds a journal before anything is recorded', async () => {
      await store.write(NOTHING_RECORDED, [note(1, { compute: null })], null);
      expect(await store.read()).toMatchObject({ serial: 1, desired: null, objects: [], placements: [] });
    });

    test('changes, renames and deletes objects', async () => {
      await store.write(
        NOTHING_RECORDED,
        ['a', 'b', 'c'].map((key, n) => change(n, null, host(key))),
        't',
      );
      const grown = host('a', { status: { id: 7 } });
      const acts = [change(3, host('a'), grown), change(4, host('b'), host('d')), change(5, host('c'), null)];
      await store.write(await store.read(), acts, 't');
      expect((await store.read()).objects).toEqual([grown, host('d')]);
    });

    test('lets a fleet delete its last object', async () => {
      await store.write(NOTHING_RECORDED, [change(1, null, host('a'))], 't');
      await store.write(await store.read(), [change(2, host('a'), null)], 't');
      await store.write(await store.read(), [note(3)], null);
      expect(await store.read()).toMatchObject({ serial: 3, objects: [] });
    });

    test('composes the placements of a service over the acts of a batch', async () => {
      const [one, two, three] = [1, 2, 3].map((instance) => placed('web', instance, `c-${instance}`));
      const [first, second, third] = [one!, two!, three!];
      await store.write(NOTHING_RECORDED, [place(1, null, first), place(2, null, second)], 't');
      const moved = placed('web', 1, 'c-9', 0.5);
      const acts = [
        place(3, first, moved),
        place(4, null, third),
        place(5, second, null),
        place(6, third, third),
      ];
      await store.write(await store.read(), acts, 't');
      expect((await store.read()).placements).toEqual([moved, third]);
      await store.write(await store.read(), [place(7, moved, null), place(8, third, null)], 't');
      expect((await store.read()).placements).toEqual([]);
    });

    test('writes nothing for an empty batch', async () => {
      expect(await store.write(NOTHING_RECORDED, [], 't')).toEqual(NOTHING_RECORDED);
      expect(await store.read()).toEqual(NOTHING_RECORDED);
      const written = await store.write(NOTHING_RECORDED, [note(1)], 't');
      expect(await store.write(await store.read(), [], 'other')).toEqual(written);
      expect(await store.read()).toEqual(written);
    });

    test('keeps intents, oldest first, until an entry settles them', async () => {
      const [first, second] = [intent(1), intent(2)];
      await store.write(NOTHING_RECORDED, [begin(3, second, first)], 't');
      expect(await store.read()).toMatchObject({ serial: 1, objects: [], intents: [first, second] });
      expect(await store.journal({})).toEqual([]);
      await store.write(await store.read(), [settle(4, first)], 't');
      expect(await store.read()).toMatchObject({
        objects: [{ kind: 'Host', key: 'fsn1-db-1' }],
        intents: [second],
      });
      expect((await store.journal({})).map(({ id }) => id)).toEqual([idOf(4)]);
    });

    test('takes a new word about an intent for the old one', async () => {
      const unresolved = intent(1, { unresolved: 'the provider gave no answer:\nwho knows' });
      await store.write(NOTHING_RECORDED, [begin(1, intent(1)), begin(2, unresolved)], 't');
      expect((await store.read()).intents).toEqual([unresolved]);
      await store.write(await store.read(), [{ ...note(3), settles: unresolved.id }], 't');
      expect(await store.read()).toMatchObject({ serial: 2, objects: [], intents: [] });
    });

    test('gives after each write what a fresh read gives', async () => {
      let state = NOTHING_RECORDED;
      for (const [acts, desired] of [
        [[begin(1, intent(1), intent(2)), change(2, null, host('b'))], 'tree-1'],
        [[settle(3, intent(2)), place(4, null, placed('web', 2, 'b')), change(5, null, host('a'))], null],
        [[place(6, null, placed('web', 1, 'a')), change(7, host('b'), host('c')), begin(8, intent(3))], 'x'],
        [[{ ...note(9), settles: intent(1).id }, place(10, placed('web', 2, 'b'), null)], null],
      ] as const) {
        state = await store.write(state, acts, desired);
        expect(await store.read()).toEqual(state);
      }
    });

    test('refuses to write on a state that is no longer the newest', async () => {
      const stale = { code: 'state.moved', exitCode: 5 };
      await store.write(NOTHING_RECORDED, [note(1)], 't');
      await expect(store.write(NOTHING_RECORDED, [note(2)], 't')).rejects.toMatchObject(stale);
      const before = await store.read();
      await store.write(before, [note(3)], 't');
      await expect(store.write(before, [note(4)], 't')).rejects.toMatchObject(stale);
      expect((await store.journal({})).map(({ id }) => id)).toEqual([idOf(3), idOf(1)]);
    });

    test('keeps entries byte for byte, whatever they hold', async () => {
      const contents = [
        '---\nid: forged\n---\n',
        '\n\nleading and trailing\n\n',
        'windows\r\nlines\r\n',
        'Stowage-Category: incident\nStowage-Compute: other\n',
        'data 5\nhello\ncommit refs/heads/main\ndone\n',
        '🚢 \u0000 \u2028 \ufeff',
      ];
      const entries = contents.map((content, n) =>
        entry(n, { content, subject: `odd: "${n}"\n---\n# \ttext` }),
      );
      await store.write(
        NOTHING_RECORDED,
        entries.map((told) => ({ entry: told, effect: null })),
        't',
      );
      expect(await store.journal({})).toEqual(entries.reverse());
    });

    describe('lists the journal', () => {
      const bob = { name: 'Bob Builder', email: 'bob@example.org' };
      const told = [
        entry(0, { compute: 'a', category: 'incident' }),
        entry(1, { compute: null, origin: { plan: 'sha256:1', step: 'create:Host/a', desired: 'tree' } }),
        entry(2, { compute: 'b', author: bob }),
        entry(3, { compute: 'a', timestamp: '2026-01-02T23:59:59.500Z' }),
        entry(4, { compute: 'a', timestamp: '2026-01-03T00:00:00Z', author: bob }),
      ];
      beforeEach(async () => {
        await store.write(
          NOTHING_RECORDED,
          told.map((one) => ({ entry: one, effect: null })),
          't',
        );
      });

      test.each([
        ['everything, newest first', {}, [4, 3, 2, 1, 0]],
        ['at most so many', { limit: 2 }, [4, 3]],
        ['none', { limit: 0 }, []],
        ['of one compute', { compute: 'a' }, [4, 3, 0]],
        ['of the fleet', { compute: '_fleet' }, [1]],
        ['of a compute nobody wrote about', { compute: 'z' }, []],
        ['of a category', { category: 'incident' as const }, [0]],
        ['since a day', { since: '2026-01-02' }, [4, 3]],
        ['until a day, the whole of it', { until: '2026-01-02' }, [3, 2, 1, 0]],
        [
          'between two moments, both included',
          { since: '2026-01-01T00:00:01Z', until: '2026-01-01T00:00:02Z' },
          [2, 1],
        ],
        ['by a part of a name', { author: 'BUILD' }, [4, 2]],
        ['by an address', { author: '<ada@' }, [3, 1, 0]],
        ['the newest that match', { compute: 'a', author: 'ada', limit: 1 }, [3]],
      ])('%s', async (_, query, expected) => {
        expect(await store.journal(query)).toEqual(expected.map((n) => told[n]));
      });

      test('and refuses a date that is none', async () => {
        await expect(store.journal({ since: 'yesterday' })).rejects.toMatchObject({ code: 'journal.date' });
      });
    });
  });
}
