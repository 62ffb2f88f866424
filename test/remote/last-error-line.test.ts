import { describe, expect, test } from '@jest/globals';
import { lastErrorLine } from '../../src/remote/last-error-line.ts';

describe('the last error line', () => {
  test.each([
    ['W: old\nerror: first\nerror: second\nbye\n', 'error: second'],
    [
      'error execution phase preflight\nTo see the stack trace of this error execute with --v=5\n',
      'error execution phase preflight',
    ],
    ['one\r\n  two  \r\n\r\n', 'two'],
    ['sh: 1: kubeadm: not found\n', 'sh: 1: kubeadm: not found'],
    ['', ''],
  ])('of %j is %j', (text, line) => {
    expect(lastErrorLine(text)).toBe(line);
  });
});
