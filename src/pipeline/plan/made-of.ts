import type { RecordedState } from '../../model/recorded.ts';
import { isMade } from './host-work.ts';

/** The names of the Hosts whose machines were made of a profile, in order. */
export function madeOf(profile: string, { objects }: Pick<RecordedState, 'objects'>): string[] {
  return objects
    .filter((object) => isMade(object) && object.spec['profile'] === profile)
    .map(({ key }) => key)
    .sort();
}
