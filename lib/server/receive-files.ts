import { on } from 'node:events'
import { type Readable, Readable as ReadableStream, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { RefusalCode } from '../issues.ts'

/** A file as it arrived, whole, or why it did not. */
export type ReceivedFile = { name: string; bytes: Uint8Array } | { name: string; problem: RefusalCode }

export type UploadLimits = { fileBytes: number; totalBytes: number; files: number }

/** The largest file is the reader's own limit. */
export const uploadLimits: UploadLimits = {
  fileBytes: 50 * 1024 * 1024,
  totalBytes: 500 * 1024 * 1024,
  files: 500,
}

const theRest = 'the rest of this upload'

export function isMultipart(request: Request): boolean {
  return /^multipart\/form-data\s*;.*boundary=/i.test(request.headers.get('content-type') ?? '')
}

/**
 * The files of a multipart request, one after another as they arrive.
 *
 * Bytes are counted while they stream, and a file is taken off the wire only when the one before it was asked for, so
 * no more than one is held here. What is too large is told and skipped. When the upload breaks off or goes past the
 * bounds of the whole, a last entry says so; files that came before are not touched by it.
 */
export async function* receiveFiles(request: Request, limits = uploadLimits): AsyncGenerator<ReceivedFile> {
  const parser = new Busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    limits: {
      fileSize: limits.fileBytes,
      files: limits.files,
      fields: 20,
      fieldSize: 10_000,
      headerPairs: 50,
    },
  })
  let tooMany = false
  parser.once('filesLimit', () => {
    tooMany = true
  })
  const arriving = new AbortController()
  const files = on(parser, 'file', { close: ['finish'], signal: arriving.signal })
  const counter = countingTo(limits.totalBytes)
  const transfer = pipeline(bodyOf(request), counter, parser).catch(problem => arriving.abort(problem))
  // A file is whole once what follows it has arrived: the next one, or the end of the form.
  let last: ReceivedFile | null = null
  try {
    for await (const [, stream, name] of files as AsyncIterable<[string, BusboyFileStream, string]>) {
      if (last !== null) yield last
      last = { name, problem: 'upload-was-cut-off' }
      last = await collect(stream, name)
    }
    if (last !== null) yield last
    if (tooMany) yield { name: theRest, problem: 'upload-has-too-many-files' }
  } catch {
    const problem = counter.errored instanceof TooLarge ? 'upload-is-too-large' : 'upload-was-cut-off'
    yield { name: last?.name || theRest, problem }
  } finally {
    parser.destroy()
    await transfer
  }
}

function bodyOf(request: Request): Readable {
  return request.body === null
    ? ReadableStream.from([])
    : ReadableStream.fromWeb(request.body as WebStream<Uint8Array>)
}

class TooLarge extends Error {}

function countingTo(most: number): Transform {
  let received = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      received += chunk.length
      if (received > most) done(new TooLarge())
      else done(null, chunk)
    },
  })
}

/** The bytes of one file; null for the nameless empty part that a form sends when nothing was chosen. */
async function collect(stream: BusboyFileStream, name: string): Promise<ReceivedFile | null> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream as AsyncIterable<Uint8Array>) if (!stream.truncated) chunks.push(chunk)
  if (stream.truncated) return { name, problem: 'file-is-too-large' }
  const bytes = Buffer.concat(chunks)
  return name === '' && bytes.length === 0 ? null : { name, bytes }
}
