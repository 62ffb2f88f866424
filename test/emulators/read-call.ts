import type { IncomingMessage } from 'node:http';
import type { Call } from './vendor.ts';

/** Reads a request to its end. A path that is not below the base, and of the controls, is given as it is. */
export async function readCall(request: IncomingMessage, base: string): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://emulator');
  return {
    method: request.method ?? 'GET',
    path: pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname,
    query: searchParams,
    headers: request.headers,
    body: bodyOf(text, request.headers['content-type'] ?? ''),
    text,
  };
}

function bodyOf(text: string, type: string): unknown {
  if (text === '') return undefined;
  if (type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
