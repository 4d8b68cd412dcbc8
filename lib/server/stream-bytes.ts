const sliceBytes = 256 * 1024

/** Bytes as a body, in slices: a large answer is sent bit by bit, and others are answered in between. */
export function streamBytes(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const slices = slicesOf(pieces)
  return new ReadableStream({
    pull(controller) {
      const { done, value } = slices.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
}

function* slicesOf(pieces: readonly Uint8Array[]): Generator<Uint8Array, undefined> {
  for (const piece of pieces)
    for (let start = 0; start < piece.length; start += sliceBytes)
      yield piece.subarray(start, start + sliceBytes)
}
