import { agreedTerms } from './agreed-terms.ts';

/** What an organization pays per month for a profile. */
export function agreedPrice(...asked: Parameters<typeof agreedTerms>): number {
  return agreedTerms(...asked).monthly;
}
