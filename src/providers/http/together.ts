/** As Promise.all; but where one fails, the others have ended too, and none goes on unseen. */
export async function together<T extends readonly Promise<unknown>[] | []>(
  those: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(those);
  return await Promise.all(those);
}
