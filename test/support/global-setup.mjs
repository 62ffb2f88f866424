import { execFileSync } from 'node:child_process';

/** Tests run what the sources say now: validators and the bundle are made anew before the first test. */
export default function globalSetup() {
  execFileSync(process.execPath, ['scripts/generate.mjs', '--validators-only'], { stdio: 'inherit' });
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
