import { describe, expect, test } from '@jest/globals';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inShortLivedFolder } from '../../../src/remote/ssh/short-lived-folder.ts';

describe('a short-lived folder', () => {
  test('is nobody else’s, and gone with all that is in it, also after a failure', async () => {
    const seen: string[] = [];
    const use = async (folder: string): Promise<void> => {
      seen.push(folder);
      expect(statSync(folder).mode & 0o077).toBe(0);
      writeFileSync(join(folder, 'identity'), 'secret');
      await Promise.reject(new Error('no answer'));
    };
    const before = process.listenerCount('exit');
    const calls = await Promise.allSettled(Array.from({ length: 20 }, () => inShortLivedFolder(use)));
    expect(calls.every(({ status }) => status === 'rejected')).toBe(true);
    expect(seen.filter((folder) => existsSync(folder))).toEqual([]);
    expect(new Set(seen).size).toBe(20);
    expect(process.listenerCount('exit')).toBe(before);
  });
});
