import type { Snapshot } from '../model/history.ts';
import type { InputFile } from '../model/input-file.ts';

/** Files of a commit that lie otherwise on disk: what is not committed is signed by nobody. */
export function uncommitted(files: readonly InputFile[], { manifests, settings }: Snapshot): string[] {
  const committed = new Map(
    [...manifests, ...(settings ? [settings] : [])].map(({ path, bytes }) => [path, bytes]),
  );
  const changed = files.filter(({ path, bytes, fault }) => {
    const known = committed.get(path);
    committed.delete(path);
    return fault !== undefined || known === undefined || Buffer.compare(known, bytes) !== 0;
  });
  return [...changed.map(({ path }) => path), ...committed.keys()].sort();
}
