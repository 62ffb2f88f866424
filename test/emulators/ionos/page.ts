import type { Reply } from '../vendor.ts';
import { PUBLIC } from './requests.ts';

/** One page of a list. */
export function page(path: string, all: readonly unknown[], query: URLSearchParams, most: number): Reply {
  const offset = Number(query.get('offset') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? 1000), most);
  const link = (from: number) => `${PUBLIC}${path}?offset=${from}&limit=${limit}`;
  return {
    status: 200,
    body: {
      id: path.slice(1),
      type: 'collection',
      items: all.slice(offset, offset + limit),
      offset,
      limit,
      _links: {
        self: link(offset),
        ...(offset > 0 && { prev: link(Math.max(0, offset - limit)) }),
        ...(offset + limit < all.length && { next: link(offset + limit) }),
      },
    },
  };
}
