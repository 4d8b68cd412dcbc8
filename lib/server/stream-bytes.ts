const sliceBytes = 256 * 1024

/** Bytes as a body, in slices: a large answer is sent bit by bit, and others are answered in between. */
export function streamBytes(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const slices = slicesOf(pieces)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await slices.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await slices.return(undefined)
    },
  })
}

async function* slicesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  for await (const piece of pieces)
    for (let start = 0; start < piece.length; start += sliceBytes)
      yield piece.subarray(start, start + sliceBytes)
}

/** Texts as such a body. */
export function streamTexts(texts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  return streamBytes(encode(texts))
}

async function* encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text)
}
