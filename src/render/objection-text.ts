import type { HistoryCommit } from '../model/history.ts';
import type { MissingPermission } from '../model/missing-permission.ts';
import { missingPermissionText } from './missing-permission-text.ts';

/** What `objectionText` tells of a commit that may not be applied. */
export interface ToldObjection {
  readonly commit: HistoryCommit;
  readonly signer: string | null;
  readonly why?: string;
  readonly missing?: readonly MissingPermission[];
}

/** Says what is wrong with a commit: its id and subject, then its signature or what its signer may not do. */
export function objectionText({ commit, signer, why, missing = [] }: ToldObjection): string {
  const name = `commit ${commit.id.slice(0, 7)} (${plain(commit.subject)}, by ${plain(commit.author)})`;
  if (why !== undefined) return `${name}: ${why}`;
  const lacking = missing.map(missingPermissionText).join('; ');
  return `${name}: ${signer ?? 'nobody'}, who signed it, lacks ${lacking}`;
}

/** What a commit says of itself goes to a terminal. */
function plain(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}
