import type { Reply } from '../vendor.ts';
import { refusal } from './refusal.ts';

const MOST_PER_PAGE = 50;
const USUAL_PER_PAGE = 25;

/** One page of a list, as `page` and `per_page` ask for it. */
export function page(name: string, all: readonly unknown[], query: URLSearchParams): Reply {
  const number = Number(query.get('page') ?? 1);
  const size = Number(query.get('per_page') ?? USUAL_PER_PAGE);
  if (!(number >= 1 && size >= 1 && size <= MOST_PER_PAGE))
    return refusal('invalid_input', 'no such page', ['page']);
  const last = Math.max(1, Math.ceil(all.length / size));
  const pagination = {
    page: number,
    per_page: size,
    previous_page: number > 1 ? number - 1 : null,
    next_page: number < last ? number + 1 : null,
    last_page: last,
    total_entries: all.length,
  };
  return {
    status: 200,
    body: { [name]: all.slice((number - 1) * size, number * size), meta: { pagination } },
  };
}
