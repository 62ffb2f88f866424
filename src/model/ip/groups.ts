/** Where numbers of 16 and of 64 bits meet. */
const BYTES = new DataView(new ArrayBuffer(16));

/** The number that an IPv6 address is, by its first and its last groups in hexadecimal, with zeros between them. */
export function valueOfGroups(first: readonly string[], last: readonly string[]): bigint {
  const gap = 8 - last.length;
  for (let at = 0; at < 8; at++) {
    const group = at < gap ? first[at] : last[at - gap];
    BYTES.setUint16(at * 2, group === undefined ? 0 : parseInt(group, 16));
  }
  return (BYTES.getBigUint64(0) << 64n) | BYTES.getBigUint64(8);
}

/** The eight groups of an IPv6 address, 16 bits each. */
export function groupsOfValue(value: bigint): number[] {
  BYTES.setBigUint64(0, value >> 64n);
  BYTES.setBigUint64(8, BigInt.asUintN(64, value));
  return [0, 2, 4, 6, 8, 10, 12, 14].map((at) => BYTES.getUint16(at));
}
