import type { Marker } from '../../model/machine.ts';
import { labelValue, textOfLabel } from './label-value.ts';

const HOST = 'stowage-host';
const INTENT = 'stowage-intent';
const FLEET = 'stowage-fleet';
const UID = 'stowage-uid';
/** Stands on what was taken over: its SSH host key is not of our making. */
const ADOPTED = 'stowage-adopted';

export type Labels = Readonly<Record<string, string>>;

/** The labels a server of ours has from its first moment. */
export function labelsFor(host: string, { fleet, intent, uid }: Marker): Record<string, string> {
  return {
    [HOST]: labelValue(host),
    [INTENT]: labelValue(intent),
    [FLEET]: labelValue(fleet),
    [UID]: labelValue(uid),
  };
}

/** The labels of a server that is taken over; its own stay. */
export function adoptedLabels(host: string, marker: Marker, own: Labels): Record<string, string> {
  return { ...own, ...labelsFor(host, marker), [ADOPTED]: 'true' };
}

/** Whether a server carries this mark: of a fleet, and of an object or of an intent. */
export function carries(
  labels: Labels,
  { fleet, ...rest }: Pick<Marker, 'fleet'> & Partial<Marker>,
): boolean {
  const { intent, uid } = rest;
  return (
    labels[FLEET] === labelValue(fleet) &&
    (intent === undefined || labels[INTENT] === labelValue(intent)) &&
    (uid === undefined || labels[UID] === labelValue(uid))
  );
}

/** What a server is marked with; null where it is not one of ours. A long name is told only of a fleet that is known. */
export function markerOf(labels: Labels, known?: string): Marker | null {
  const { [INTENT]: intent, [FLEET]: fleet, [UID]: uid } = labels;
  if (intent === undefined || fleet === undefined || uid === undefined) return null;
  const isKnown = known !== undefined && labelValue(known) === fleet;
  return {
    fleet: isKnown ? known : textOfLabel(fleet),
    intent: textOfLabel(intent),
    uid: textOfLabel(uid),
  };
}

/** The name of the Host whose server it is; null where it is not one of ours, or the name is too long for a label. */
export function hostOf(labels: Labels): string | null {
  const value = labels[HOST];
  return value === undefined || value.startsWith('sha.') ? null : textOfLabel(value);
}

/** Whether it started with what we gave it. */
export function isOurMaking(labels: Labels): boolean {
  return labels[ADOPTED] === undefined;
}

/** Selects the servers of a fleet, and of one intent. */
export function selectorFor(fleet: string, intent?: string): string {
  return `${FLEET}==${labelValue(fleet)}${intent === undefined ? '' : `,${INTENT}==${labelValue(intent)}`}`;
}
