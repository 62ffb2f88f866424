import type { Snapshot } from '../../model/history.ts';
import type { InputFile } from '../../model/input-file.ts';
import type { GitRepository } from '../../state/git/git-repository.ts';
import { readBlobs } from '../../state/git/read-blobs.ts';
import { SIGNERS_FILE } from '../commit-history.ts';
import type { FleetListing, FleetListings } from './fleet-listing.ts';
import { copied, SETTINGS_FILE } from './fleet-listing.ts';

/** Reads what the fleet was applied from at some commits, each file once. */
export async function readSnapshots(
  git: GitRepository,
  lists: FleetListings,
  commits: readonly string[],
): Promise<Map<string, Snapshot>> {
  const listed = await lists.of(commits);
  const ids = [...new Set([...listed.values()].flatMap((listing) => [...listing.values()]))];
  const blobs = new Map<string, Uint8Array>();
  let index = 0;
  for await (const bytes of readBlobs(git, ids)) blobs.set(ids[index++] ?? '', copied(bytes));
  return new Map([...listed].map(([commit, listing]) => [commit, snapshotOf(listing, blobs)]));
}

function snapshotOf(listing: FleetListing, blobs: ReadonlyMap<string, Uint8Array>): Snapshot {
  const files = [...listing].map(([path, id]): InputFile => ({
    path,
    bytes: blobs.get(id) ?? new Uint8Array(),
  }));
  const own = (path: string): InputFile | null => files.find((file) => file.path === path) ?? null;
  const [settings, signers] = [own(SETTINGS_FILE), own(SIGNERS_FILE)];
  return { settings, signers, manifests: files.filter((file) => file !== settings && file !== signers) };
}
