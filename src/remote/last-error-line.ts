const COMPLAINT = /error|fail|fatal|denied|refused|cannot|unable|not found/i;
/** What kubeadm ends every complaint with. */
const ADVICE = /^to see the stack trace of this error/i;

/** Of what a program wrote, the last line that complains; the last one at all where none does. */
export function lastErrorLine(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !ADVICE.test(line));
  return lines.findLast((line) => COMPLAINT.test(line)) ?? lines.at(-1) ?? '';
}
