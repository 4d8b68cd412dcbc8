/** Nothing came for so long that nothing will. */
class BodyFellSilent extends Error {}

/**
 * The chunks of a request's body as they are asked for.
 *
 * Throws what the body fails with when it breaks off, the signal's reason when the request is given up, and BodyFellSilent
 * when it was asked for a chunk and none came for `silenceMs`: a slow connection may take as long as it needs, one that is
 * gone without a word may not. However it ends, the connection is left as it is, so that whoever sent the body may still
 * be answered.
 */
export async function* bodyChunks(
  { body, signal }: Request,
  silenceMs: number,
): AsyncGenerator<Uint8Array, void> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await unlessSilent(reader.read(), silenceMs, signal)
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

function unlessSilent<T>(coming: Promise<T>, silenceMs: number, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new BodyFellSilent()), silenceMs)
    const giveUp = () => reject(signal.reason)
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp)
    coming.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
    })
  })
}
