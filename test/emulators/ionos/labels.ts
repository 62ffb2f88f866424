import { Refused } from './refusal.ts';

/** What may have labels. */
export interface Labelled {
  readonly id: string;
  readonly labels: Map<string, string>;
}

export function labelsOf({ labels }: Labelled) {
  return [...labels].map(([key, value]) => shape(key, value));
}

/** Fails where the key is there. */
export function addLabel({ labels }: Labelled, body: unknown) {
  const { key = '', value = '' } = (body as { properties: { key?: string; value?: string } }).properties;
  if (labels.has(key)) throw new Refused('422', `[VDC-14-1] the label ${key} exists`);
  labels.set(key, value);
  return shape(key, value);
}

/** Fails where the key is not there. */
export function setLabel({ labels }: Labelled, key: string, body: unknown) {
  if (!labels.has(key)) throw new Refused('404');
  const { value = '' } = (body as { properties: { value?: string } }).properties;
  labels.set(key, value);
  return shape(key, value);
}

/** The labels of many things of one type, with what has each. */
export function allLabels(type: 'server' | 'ipblock', all: Iterable<Labelled>) {
  return [...all].flatMap(({ id, labels }) =>
    [...labels].map(([key, value]) => ({
      id: `urn:label:${type}:${id}:${key}`,
      type: 'label',
      properties: { key, value, resourceId: id, resourceType: type },
    })),
  );
}

function shape(key: string, value: string) {
  return { id: key, type: 'label', properties: { key, value } };
}
