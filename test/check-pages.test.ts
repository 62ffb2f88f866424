import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = 'docs/checks';
const PAGES = readdirSync(FOLDER).filter((file) => file !== 'README.md');
const FENCED = /```(yaml|text)\n(.*?)\n```/gs;

/** The lines of the example that a page says something of, and the excerpts in what it says. */
function partsOf(file: string): { lines: string[]; said: string } {
  const fenced = [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(FENCED)];
  const last = (language: string): string => fenced.filter((part) => part[1] === language).at(-1)?.[2] ?? '';
  return { lines: last('yaml').split('\n'), said: last('text') };
}

describe('the pages of the checks', () => {
  test.each(PAGES)('%s quotes each line of its example that it points at', (file) => {
    const { lines, said } = partsOf(file);
    const places = [...said.matchAll(/^ *inventory\/fleet\.yaml:(\d+):\d+ /gm)].map(([, line]) =>
      Number(line),
    );
    const quoted = [...said.matchAll(/^ *(\d+) \| (.*)$/gm)]
      .map(([, line, text]) => ({ line: Number(line), text: text ?? '' }))
      .filter(({ line }) => places.includes(line));

    // Of a long line a part is shown, and a secret is not.
    for (const { line, text } of quoted)
      for (const part of text.split(/[•…]/)) expect(lines[line - 1]).toContain(part);
    expect(quoted.length).toBeGreaterThanOrEqual(new Set(places).size);
  });
});
