/** Control characters, marks that turn the direction of text, and what stands for bytes that are not UTF-8. */
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffd]/g;

/** Tells whether the name of a file can be printed as it is. */
export function isPlainName(name: string): boolean {
  return name.search(UNFIT) < 0;
}

/** A name that can be printed for one that cannot. */
export function plainName(name: string): string {
  return name.replace(UNFIT, '\ufffd');
}
