import { spawn } from 'node:child_process';

// Runs scripts of package.json side by side: `node scripts/at-once.mjs types lint`. What each of them says comes in one
// piece once it has ended; one that fails makes all of it fail.
const ended = process.argv.slice(2).map(
  (script) =>
    new Promise((resolve) => {
      const child = spawn('npm', ['run', script], { stdio: ['ignore', 'pipe', 'pipe'] });
      const said = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
      child.once('error', (error) => resolve(`npm run ${script}: ${error.message}`));
      child.once('close', (code) => {
        process.stdout.write(Buffer.concat(said));
        resolve(code === 0 ? null : `npm run ${script} failed`);
      });
    }),
);
for (const failure of (await Promise.all(ended)).filter(Boolean)) {
  console.error(failure);
  process.exitCode = 1;
}
