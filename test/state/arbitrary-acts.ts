import fc from 'fast-check';
import type { Act } from '../../src/model/act.ts';
import type { RecordedState } from '../../src/model/recorded.ts';
import { begin, change, host, intent, note, place, placed, settle } from './acts.ts';

/** A few of everything, so that acts often meet what others left. */
const few = fc.integer({ min: 1, max: 4 });
const kind = fc.constantFrom('Host' as const, 'Service' as const);

/**
 * One act of any sort, made for the state it follows on: what it says was before is what is recorded, if anything.
 * The number tells its entry from every other.
 */
export const actOn: fc.Arbitrary<(state: RecordedState, n: number) => Act> = fc.oneof(
  fc.constant((_state: RecordedState, n: number): Act => note(n)),
  fc.tuple(kind, few, fc.boolean()).map(([of, key, gone]) => ({ objects }: RecordedState, n: number): Act => {
    const name = `o-${key}`;
    const before = objects.find((object) => object.kind === of && object.key === name) ?? null;
    return change(n, before, gone && before ? null : host(name, { kind: of, status: { n } }));
  }),
  fc.tuple(few, few).map(([from, to]) => ({ objects }: RecordedState, n: number): Act => {
    const before = objects.find(({ key }) => key === `o-${from}`) ?? null;
    return change(n, before, before && { ...before, key: `o-${to}` });
  }),
  fc
    .tuple(fc.constantFrom('web', 'db'), few, few, fc.boolean())
    .map(([service, instance, compute, gone]) => ({ placements }: RecordedState, n: number): Act => {
      const before = placements.find((one) => one.service === service && one.instance === instance) ?? null;
      return place(n, before, gone && before ? null : placed(service, instance, `c-${compute}`, n));
    }),
  fc
    .tuple(few, few, fc.option(fc.string()))
    .map(([one, other, unresolved]) => (_state: RecordedState, n: number): Act => {
      const intents = one === other ? [intent(one)] : [intent(one), intent(other)];
      return begin(n, ...intents.map((begun) => ({ ...begun, unresolved })));
    }),
  fc.tuple(few, fc.boolean()).map(([which, done]) => ({ intents }: RecordedState, n: number): Act => {
    const open = intents[which % Math.max(intents.length, 1)];
    if (open === undefined) return note(n);
    return done ? settle(n, open) : { ...note(n), settles: open.id };
  }),
);
