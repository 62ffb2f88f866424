/**
 * Text as one line that leaves the terminal alone: control characters of a hostile file, line breaks and marks
 * that turn the reading direction become spaces.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ');
}
