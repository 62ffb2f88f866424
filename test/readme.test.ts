import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestFleet } from './support/command.ts';
import { testFleet } from './support/command.ts';

const README = readFileSync('README.md', 'utf8');
const EDITED = 'inventory/computes/hetzner-hel1.yaml';

let fleet: TestFleet;

beforeAll(async () => {
  fleet = testFleet();
  for (const folder of ['inventory', 'examples'])
    cpSync(folder, join(fleet.directory, folder), { recursive: true });
  fleet.write('stowage.yaml', readFileSync('stowage.yaml', 'utf8'));
  await fleet.stowage('apply', '--yes', '--quiet');
});

afterAll(() => fleet.dispose());

test('what the README shows is what happens', async () => {
  edit('state: maintenence');
  for (const { command, shown } of transcripts()) {
    if (command.startsWith('stowage plan')) edit('state: maintenance');
    const { stdout, stderr } = await fleet.stowage(...command.split(' ').slice(1));
    expectShown(command, `${stdout}${stderr}`, shown);
  }
});

/** Takes the machine of the story out of service, as the reader does. */
function edit(line: string): void {
  const text = readFileSync(EDITED, 'utf8');
  const at = text.indexOf('  tags:', text.indexOf('name: hel1-app-01'));
  fleet.write(EDITED, `${text.slice(0, at)}  ${line}\n${text.slice(at)}`);
}

/** Every `$ command` of the README's console blocks with the output shown below it. */
function transcripts(): { command: string; shown: string[] }[] {
  const blocks = [...README.matchAll(/```console\n(.*?)```/gs)].map(([, block]) => block ?? '');
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...shown] = part.trimEnd().split('\n');
        return { command, shown };
      }),
  );
}

/** `…` stands for the rest of a line, and a line `…` for any number of lines. */
function expectShown(command: string, printed: string, shown: readonly string[]): void {
  const pattern = shown.map((line) => (line === '…' ? '(?:.*\\n)*?' : `${escape(line)}\\n`)).join('');
  const matches = new RegExp(`^${pattern}$`).test(`${printed.trimEnd()}\n`);
  expect(matches ? shown.join('\n') : printed.trimEnd()).toBe(shown.join('\n'));
  expect(command).toMatch(/^stowage /);
}

function escape(line: string): string {
  return line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*');
}
