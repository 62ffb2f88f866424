#!/usr/bin/env node
import { run } from './commands/run.ts';
import { world } from './world.ts';

// Whoever reads the output may stop reading: `stowage plan | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}
process.exitCode = await run(process.argv.slice(2), world);
