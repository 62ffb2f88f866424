import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { diagnosticsGithub } from '../../src/render/diagnostics-github.ts';
import { diagnosticsJson } from '../../src/render/diagnostics-json.ts';
import { diagnosticsText, validationSummary } from '../../src/render/diagnostics-text.ts';
import { coloured, plain } from '../../src/render/paint.ts';

const ERROR: Diagnostic = {
  code: 'ref.unknown',
  severity: 'error',
  message: 'there is no Service named postgers',
  hint: 'did you mean postgres?',
  file: 'pins.yaml',
  line: 5,
  column: 12,
  endLine: 5,
  endColumn: 20,
  address: 'Assignment/pin',
  pointer: '/spec/service',
  related: [],
};
const WARNING: Diagnostic = { ...ERROR, code: 'contract.expires-soon', severity: 'warning', hint: undefined };
const LINE = '  service: postgers';

function text(diagnostic: Partial<Diagnostic> = {}, line: string | undefined = LINE): string[] {
  return diagnosticsText([{ ...ERROR, ...diagnostic }], () => line, plain).split('\n');
}

describe('diagnostics as text', () => {
  test('say where and what, show the line with a caret, and help', () => {
    expect(text()).toEqual([
      'pins.yaml:5:12 error ref.unknown there is no Service named postgers',
      '    5 |   service: postgers',
      '      |            ^^^^^^^^',
      '  help: did you mean postgres?',
      '',
      '',
    ]);
  });

  test('show the other end of a conflict with its line', () => {
    const lines: Record<string, string> = { 'a.yaml:3': 'name: one', 'b.yaml:7': 'name: two' };
    const shown = diagnosticsText(
      [
        {
          ...ERROR,
          file: 'a.yaml',
          line: 3,
          column: 7,
          endLine: 3,
          endColumn: 10,
          hint: undefined,
          related: [
            { file: 'b.yaml', line: 7, column: 7, endLine: 7, endColumn: 10, message: 'first declared here' },
          ],
        },
      ],
      (file, line) => lines[`${file}:${line}`],
      plain,
    );
    expect(shown.trimEnd().split('\n').slice(1)).toEqual([
      '    3 | name: one',
      '      |       ^^^',
      '  b.yaml:7:7 first declared here',
      '    7 | name: two',
      '      |       ^^^',
    ]);
  });

  test('show ten of many other ends, and say how many more there are', () => {
    const other = {
      file: 'b.yaml',
      line: 7,
      column: 7,
      endLine: 7,
      endColumn: 10,
      message: 'named here too',
    };
    const shown = text({ related: Array.from({ length: 12 }, () => other) });
    expect(shown.filter((line) => line.includes('named here too'))).toHaveLength(10);
    expect(shown).toContain('  and 2 more places');
  });

  test('show no line where there is none', () => {
    expect(text({}, '   ')).toHaveLength(4);
    const missing = diagnosticsText([ERROR], () => undefined, plain);
    expect(missing).toBe(
      'pins.yaml:5:12 error ref.unknown there is no Service named postgers\n  help: did you mean postgres?\n\n',
    );
  });

  test('mark to the end of the first of several lines', () => {
    const [, , caret] = text({ column: 3, endLine: 7, endColumn: 2 });
    expect(caret).toBe(`      |   ${'^'.repeat(LINE.length - 2)}`);
  });

  test('mark one place where a range is empty or lies behind the line', () => {
    expect(text({ column: 3, endColumn: 3 })[2]).toBe('      |   ^');
    expect(text({ column: LINE.length + 1, endColumn: LINE.length + 9 })[2]).toBe(
      `      | ${' '.repeat(LINE.length)}^`,
    );
  });

  test('cut a long line around what is wrong', () => {
    const line = `${'x'.repeat(5000)}WRONG${'y'.repeat(5000)}`;
    const [, shown = '', caret = ''] = text({ column: 5001, endColumn: 5006 }, line);
    expect(shown.length).toBeLessThanOrEqual(8 + 120);
    expect(shown.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('WRONG');
  });

  test('cut a mark that is longer than what is shown', () => {
    const [, shown = '', caret = ''] = text({ column: 1, endColumn: 9000 }, 'z'.repeat(9000));
    expect(caret.length).toBeLessThanOrEqual(shown.length);
  });

  test('keep the caret below what it means where the line has tabs', () => {
    const [, shown = '', caret = ''] = text({ column: 3, endColumn: 5 }, '\t\tab');
    expect(shown.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('ab');
  });

  test('let no control character of a file reach the terminal', () => {
    const evil = 'a\u001b[2J\u0007\u009b31m\u202e\u2066b\r';
    const shown = text(
      { message: evil, hint: evil, file: evil, related: [{ ...ERROR, file: evil, message: evil }] },
      evil,
    );
    expect(shown.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(shown).toHaveLength(9);
  });

  test('are coloured where that is wanted, and say the same', () => {
    const painted = diagnosticsText([ERROR, WARNING], () => LINE, coloured);
    expect(painted).toContain('\u001b[31merror\u001b[39m');
    expect(painted).toContain('\u001b[33mwarning\u001b[39m');
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(diagnosticsText([ERROR, WARNING], () => LINE, plain));
  });
});

describe('the line that ends a validation', () => {
  test.each([
    [[], 'valid: 12 resources in 3 files\n'],
    [[WARNING], 'valid: 12 resources in 3 files, 1 warning\n'],
    [[ERROR], '1 error in 12 resources in 3 files\n'],
    [[ERROR, WARNING, ERROR, WARNING], '2 errors, 2 warnings in 12 resources in 3 files\n'],
  ])('after %#', (diagnostics, line) => {
    expect(validationSummary({ files: 3, resources: 12, diagnostics }, plain)).toBe(line);
  });

  test('counts one as one', () => {
    expect(validationSummary({ files: 1, resources: 1, diagnostics: [] }, plain)).toBe(
      'valid: 1 resource in 1 file\n',
    );
  });
});

describe('diagnostics as JSON', () => {
  test('are one document with its fields in a fixed order', () => {
    expect(diagnosticsJson({ files: 1, resources: 2, diagnostics: [ERROR, WARNING] })).toMatchInlineSnapshot(`
      "{
        "formatVersion": "1.0",
        "valid": false,
        "summary": {
          "files": 1,
          "resources": 2,
          "errors": 1,
          "warnings": 1
        },
        "diagnostics": [
          {
            "code": "ref.unknown",
            "severity": "error",
            "message": "there is no Service named postgers",
            "hint": "did you mean postgres?",
            "file": "pins.yaml",
            "line": 5,
            "column": 12,
            "endLine": 5,
            "endColumn": 20,
            "address": "Assignment/pin",
            "pointer": "/spec/service",
            "related": []
          },
          {
            "code": "contract.expires-soon",
            "severity": "warning",
            "message": "there is no Service named postgers",
            "file": "pins.yaml",
            "line": 5,
            "column": 12,
            "endLine": 5,
            "endColumn": 20,
            "address": "Assignment/pin",
            "pointer": "/spec/service",
            "related": []
          }
        ]
      }
      "
    `);
  });

  test('with warnings alone are valid', () => {
    const document = JSON.parse(
      diagnosticsJson({ files: 1, resources: 1, diagnostics: [WARNING] }),
    ) as object;
    expect(document).toMatchObject({ valid: true, summary: { errors: 0, warnings: 1 } });
  });
});

describe('diagnostics as workflow commands of GitHub', () => {
  test('say where, what and how to mend it', () => {
    expect(diagnosticsGithub([ERROR, WARNING])).toBe(
      '::error file=pins.yaml,line=5,endLine=5,col=12,endColumn=19,title=ref.unknown::there is no Service named postgers%0Adid you mean postgres?\n' +
        '::warning file=pins.yaml,line=5,endLine=5,col=12,endColumn=19,title=contract.expires-soon::there is no Service named postgers\n',
    );
  });

  test('name columns only within one line', () => {
    expect(diagnosticsGithub([{ ...ERROR, endLine: 6 }])).toContain('file=pins.yaml,line=5,endLine=6,title=');
  });

  test('mark at least one column', () => {
    expect(diagnosticsGithub([{ ...ERROR, endColumn: 12 }])).toContain('col=12,endColumn=12,');
  });

  test('escape what would end a command or a property', () => {
    const shown = diagnosticsGithub([
      { ...ERROR, file: 'a,b:c%.yaml', message: '100 %\r\n::error::forged, yes: really', hint: undefined },
    ]);
    expect(shown).toBe(
      '::error file=a%2Cb%3Ac%25.yaml,line=5,endLine=5,col=12,endColumn=19,title=ref.unknown::100 %25%0D%0A::error::forged, yes: really\n',
    );
  });

  test('are no more than are shown, errors first, and say how many more there are', () => {
    const many = [...Array.from({ length: 12 }, () => WARNING), ...Array.from({ length: 11 }, () => ERROR)];
    const lines = diagnosticsGithub(many).trimEnd().split('\n');
    expect(lines.map((line) => line.slice(2, line.indexOf(' ')))).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
      'notice',
    ]);
    expect(lines.at(-1)).toBe(
      '::notice title=stowage validate::1 more error and 2 more warnings: GitHub shows 10 of a kind beside the lines, and the log of this step all.',
    );
  });

  test('need no note where all are shown', () => {
    expect(diagnosticsGithub(Array.from({ length: 10 }, () => ERROR))).not.toContain('::notice');
  });

  test('of nothing are nothing', () => {
    expect(diagnosticsGithub([])).toBe('');
  });
});
