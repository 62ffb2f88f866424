import fc from 'fast-check';

/** IPv4 literals, the ends of the space and of well-known networks often among them. */
export const anyV4 = fc
  .oneof(
    fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(...Array.from({ length: 4 }, () => fc.constantFrom(0, 1, 127, 128, 254, 255))),
  )
  .map((parts) => parts.join('.'));

const group = fc.oneof(fc.constant(0), fc.constant(0xffff), fc.nat(0xffff));

/** IPv6 as its eight groups; no address that holds one of IPv4. */
export const anyGroups = fc
  .array(group, { minLength: 8, maxLength: 8 })
  .filter((groups) => groups.slice(0, 5).some((value) => value !== 0));

/** IPv6 literals of any spelling: groups padded or not, a run of zeros shortened or not, either case. */
export const anyV6 = fc
  .tuple(anyGroups, fc.boolean(), fc.boolean(), fc.nat(7), fc.nat(7))
  .map(([groups, padded, upper, from, to]) => {
    const parts = groups.map((value) => value.toString(16).padStart(padded ? 4 : 1, '0'));
    const zeros = from < to && groups.slice(from, to).every((value) => value === 0);
    const text = zeros ? `${parts.slice(0, from).join(':')}::${parts.slice(to).join(':')}` : parts.join(':');
    return upper ? text.toUpperCase() : text;
  });
