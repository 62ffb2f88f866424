/** The name of the IPAddress that a Host brings; `nth` counts those of one family from 1. */
export function deliveredAddress(host: string, family: 4 | 6, nth = 1): string {
  return `${host}-v${family}${nth === 1 ? '' : `-${nth}`}`;
}

/** The Host whose IPAddress a name would be; undefined where it has no such form. */
export function hostOfDeliveredAddress(name: string): string | undefined {
  return /^(.+)-v[46](?:-[2-9]|-[1-9]\d+)?$/.exec(name)?.[1];
}
