import { Refused } from './refusal.ts';
import type { Server, Servers } from './servers.ts';

/** Labels of servers. */
export class Labels {
  readonly #servers: Servers;

  constructor(servers: Servers) {
    this.#servers = servers;
  }

  of(server: Server) {
    return [...server.labels].map(([key, value]) => shape(key, value));
  }

  /** Fails where the key is there. */
  add(server: Server, body: unknown) {
    const { key = '', value = '' } = (body as { properties: { key?: string; value?: string } }).properties;
    if (server.labels.has(key)) throw new Refused('422', `[VDC-14-1] the label ${key} exists`);
    server.labels.set(key, value);
    return shape(key, value);
  }

  /** Fails where the key is not there. */
  set(server: Server, key: string, body: unknown) {
    if (!server.labels.has(key)) throw new Refused('404');
    const { value = '' } = (body as { properties: { value?: string } }).properties;
    server.labels.set(key, value);
    return shape(key, value);
  }

  all() {
    return [...this.#servers.all.values()].flatMap(({ id, labels }) =>
      [...labels].map(([key, value]) => ({
        id: `urn:label:server:${id}:${key}`,
        type: 'label',
        properties: { key, value, resourceId: id, resourceType: 'server' },
      })),
    );
  }
}

function shape(key: string, value: string) {
  return { id: key, type: 'label', properties: { key, value } };
}
