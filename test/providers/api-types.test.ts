import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const documented = process.env['STOWAGE_SPEC_DIR'] === undefined ? test.skip : test;

documented('the types of what vendors answer are those that their documents give', async () => {
  const checked = promisify(execFile)(process.execPath, ['scripts/provider-types.mjs', '--check']);
  await expect(checked).resolves.toMatchObject({ stderr: '' });
});
