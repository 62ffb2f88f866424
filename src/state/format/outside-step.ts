import type { Address } from '../../model/address.ts';
import { splitAddress } from '../../model/address.ts';
import type { OutsideStep } from '../../model/intent.ts';
import { CATEGORIES } from '../../model/journal-entry.ts';
import type { Note } from '../../model/step.ts';
import { VERBS } from '../../model/step.ts';
import { effectData, effectOf } from './effect-data.ts';
import { orderData, orderOf } from './order-data.ts';
import { isKind } from './object-data.ts';
import type { Shape } from './shape.ts';

/** A step with an outside effect, as YAML shows it; what it lacks is left out. */
export function outsideStepData(step: OutsideStep): Record<string, unknown> {
  const { id, verb, address, provider, summary, order, effect, notes } = step;
  return {
    id,
    verb,
    address,
    provider,
    summary,
    ...(order && { order: orderData(order) }),
    effect: effectData(effect),
    notes: notes.map(({ compute, category, subject }) => ({
      ...(compute !== null && { compute }),
      category,
      subject,
    })),
  };
}

/** Reads a step with an outside effect; throws a ShapeFault. */
export function outsideStepOf(step: Shape): OutsideStep {
  step.only('id', 'verb', 'address', 'provider', 'summary', 'order', 'effect', 'notes');
  const order = step.field('order').optional();
  return {
    id: step.field('id').text(),
    verb: step.field('verb').oneOf(VERBS),
    address: addressIn(step.field('address')),
    provider: step.field('provider').text(),
    summary: step.field('summary').text(),
    ...(order && { order: orderOf(order) }),
    effect: effectOf(step.field('effect')),
    notes: step.field('notes').items().map(noteOf),
  };
}

function addressIn(shape: Shape): Address {
  const address = shape.text() as Address;
  if (address.includes('/') && isKind(splitAddress(address).kind)) return address;
  throw shape.fault('an address, Kind/name');
}

function noteOf(note: Shape): Note {
  note.only('compute', 'category', 'subject');
  return {
    compute: note.field('compute').optional()?.text() ?? null,
    category: note.field('category').oneOf(CATEGORIES),
    subject: note.field('subject').text(),
  };
}
