/** What user data may begin with, and the type of it as a part among others; the longer go first. */
const BEGINNINGS = [
  ['#cloud-config-archive', 'text/cloud-config-archive'],
  ['#cloud-config-jsonp', 'text/cloud-config-jsonp'],
  ['#cloud-config', 'text/cloud-config'],
  ['#cloud-boothook', 'text/cloud-boothook'],
  ['#part-handler', 'text/part-handler'],
  ['#include-once', 'text/x-include-once-url'],
  ['#include', 'text/x-include-url'],
  ['## template: jinja', 'text/jinja2'],
  ['#!', 'text/x-shellscript'],
] as const;

/** A message of several parts: its first lines are headers, and one says so. */
const MULTIPART = /^([\w-]+:.*\r?\n([ \t].*\r?\n)*)*?mime-version:/i;

/** What a message is that brings its own headers. */
export const MESSAGE = 'message';

/** A kind of user data: the media type by which cloud-init knows it, or a whole MIME message. */
export type UserDataKind = (typeof BEGINNINGS)[number][1] | typeof MESSAGE;

/** What kind of user data a text is, told by its beginning as cloud-init tells it; null where it knows none. */
export function kindOf(userData: string): UserDataKind | null {
  const text = userData.trimStart();
  if (MULTIPART.test(text)) return MESSAGE;
  const start = text.slice(0, 30).toLowerCase();
  return BEGINNINGS.find(([beginning]) => start.startsWith(beginning))?.[1] ?? null;
}
