import type { Context } from '../../src/commands/context.ts';
import { ProviderFailure } from '../../src/providers/provider-failure.ts';

/**
 * A provider as indiscreet as can be: it uses its secret and then says it, in every way one can. What it does goes by
 * its name: `refuses`, `breaks` in a way nobody foresaw, or `delivers`.
 */
export const openLeakyProvider: Context['openProvider'] = (name, _spec, { credentials }) => {
  const said = async (): Promise<string> => {
    const text = (await credentials?.())?.reveal() ?? 'no secret';
    return `401 for ${text}, sent as ${Buffer.from(text).toString('base64')} to /v1?token=${encodeURIComponent(text)}`;
  };
  return Promise.resolve({
    capabilities: { marks: false, idempotent: false, userData: true, reverseNames: false, adopts: false },
    preflight: async (orders) => {
      const message = await said();
      const objection = { failure: 'fatal' as const, message, hint: message };
      return orders.map(({ step }) => ({ step, region: message, price: null, objection }));
    },
    observe: async () => {
      const why = await said();
      return { found: 'unclear', why, candidates: [{ ...machine(`${name} ${why}`), marker: null }] };
    },
    make: async (order, marker) => {
      const message = await said();
      if (name === 'refuses') throw new ProviderFailure('fatal', message, `look at ${message}`);
      if (name === 'breaks') throw new TypeError(message, { cause: new Error(message) });
      return { ...machine(order.name), marker, state: message, addresses: [message] };
    },
    connect: async () => {
      throw new ProviderFailure('transient', await said(), await said());
    },
    bootstrap: async () => {
      throw new TypeError(await said());
    },
    remove: async () => {
      throw new TypeError(await said());
    },
    list: async () => [machine(await said())],
    census: async () => {
      throw new TypeError(await said());
    },
  });
};

function machine(name: string) {
  return {
    id: 'm-1',
    name,
    marker: null,
    state: 'running',
    addresses: [],
    region: null,
    since: '2026-03-01T12:00:00Z',
  };
}
