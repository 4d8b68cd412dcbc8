import { setTimeout as pause, setImmediate as turnOfEvents } from 'node:timers/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { ArrivingFile, type FileLimits, fileLimits } from '../archive/arriving-file.ts'
import { type ByteRoom, type Hold, uploadRoom } from '../archive/byte-room.ts'
import type { PackedFile } from '../filing/packed-file.ts'
import type { RefusalCode } from '../issues.ts'
import { bodyChunks } from './body-chunks.ts'

/** A file as it arrived, whole, with the room it takes, which is to be released; or why it did not. */
export type ReceivedFile =
  | { name: string; bytes: Uint8Array | PackedFile; hold?: Hold }
  | { name: string; problem: RefusalCode }

export type UploadLimits = FileLimits & {
  totalBytes: number
  files: number
  /** The longest that nothing may come. */
  silenceMs: number
}

export const uploadLimits: UploadLimits = {
  ...fileLimits,
  totalBytes: 500 * 1024 * 1024,
  files: 500,
  silenceMs: 60_000,
}

/** What goes past the bounds of the whole is let by, so that its sender hears why, up to so many times the bounds. */
export const letByTimes = 2

/** How long the parser may take over what has arrived of a form, in milliseconds: it answers at once, or never. */
const parsingMs = 5_000

/** What arrived is no form, or none that ends. */
class FormIsBroken extends Error {}

const theRest = 'the rest of this upload'

export function isMultipart(request: Request): boolean {
  return /^multipart\/form-data\s*;.*boundary=/i.test(request.headers.get('content-type') ?? '')
}

/**
 * The files of a multipart request, one after another, each as soon as it is whole. More is taken off the wire only when
 * the next is asked for, and while there is room in memory for it.
 *
 * It always comes to an end: when the form does, when what was sent is over before that, when the upload breaks off or falls
 * silent, and when it goes past the bounds of the whole. In all cases but the first a last entry says so; files that came
 * before are not touched by it. A file that is too large, or finds no room, is told and skipped.
 */
export async function* receiveFiles(
  request: Request,
  { room = uploadRoom, limits = uploadLimits }: { room?: ByteRoom; limits?: UploadLimits } = {},
): AsyncGenerator<ReceivedFile> {
  const form = readForm(request.headers.get('content-type') ?? '', room, limits)
  const size = { received: 0 }
  try {
    for await (const chunk of bodyChunks(request, limits.silenceMs)) {
      size.received += chunk.length
      if (size.received > letByTimes * limits.totalBytes) break
      if (size.received > limits.totalBytes) continue
      await form.write(chunk)
      yield* form.takeWhole()
    }
    if (size.received <= limits.totalBytes) await form.end()
    yield* form.takeWhole()
    if (size.received > limits.totalBytes)
      yield { name: form.unfinished() ?? theRest, problem: 'upload-is-too-large' }
    else if (form.hasTooMany()) yield { name: theRest, problem: 'upload-has-too-many-files' }
  } catch (fault) {
    yield* form.takeWhole()
    const problem = fault instanceof FormIsBroken ? 'upload-is-no-whole-form' : 'upload-was-cut-off'
    yield { name: form.unfinished() ?? theRest, problem }
  } finally {
    form.close()
  }
}

/** A file of the form while it arrives; `taken` is the room it has of what it needs. */
type Arriving = {
  name: string
  /** What has come and was not taken in. */
  chunks: Uint8Array[]
  file: ArrivingFile
  hold: Hold
  taken: number
  isWhole: boolean
  problem: RefusalCode | null
}

/**
 * The parser never waits for its own streams: what it has parsed of a chunk is taken before the next is written. Where it
 * waits, it may do so for ever, for a part that is skipped and ends in a chunk with others lets nothing go on.
 */
const neverWait = { highWaterMark: Number.MAX_SAFE_INTEGER, fileHwm: Number.MAX_SAFE_INTEGER }

/** Reads a form that is written to it, chunk by chunk. Writing and ending reject with FormIsBroken. */
function readForm(contentType: string, room: ByteRoom, limits: UploadLimits) {
  const parser = new Busboy({
    ...neverWait,
    headers: { 'content-type': contentType },
    limits: {
      fileSize: limits.exhibitBytes,
      files: limits.files,
      fields: 20,
      fieldSize: 10_000,
      headerPairs: 50,
    },
  })
  /** Files that have begun and were not given on yet, in order. */
  const inHand: Arriving[] = []
  let hasTooMany = false
  let isBroken = false
  const broken = Promise.withResolvers<never>()
  broken.promise.catch(() => undefined)
  // The file that the form breaks off in still comes to an end, as if it were whole.
  const breakOff = (cause: unknown) => {
    isBroken = true
    broken.reject(new FormIsBroken('The form cannot be read.', { cause }))
  }
  parser.on('error', breakOff)
  const finished = new Promise<void>(resolve => parser.once('finish', resolve))
  parser.once('filesLimit', () => {
    hasTooMany = true
  })
  parser.on('file', (_field: string, stream: BusboyFileStream, sent: string) => {
    const name = nameSent(sent)
    const file: Arriving = {
      name,
      chunks: [],
      file: new ArrivingFile(limits),
      hold: room.hold(),
      taken: 0,
      isWhole: false,
      problem: null,
    }
    inHand.push(file)
    stream.on('data', (chunk: Uint8Array) => {
      if (file.problem === null) file.chunks.push(chunk)
    })
    stream.once('limit', () => refuse(file, 'file-is-too-large'))
    stream.on('error', breakOff)
    stream.once('end', () => {
      file.isWhole = !isBroken
    })
  })

  function refuse(file: Arriving, problem: RefusalCode): void {
    file.problem = problem
    file.chunks = []
    file.file.close()
    file.hold.release()
  }

  /** Take in what has come of a file, once there is room for it. */
  async function takeIn(arriving: Arriving): Promise<void> {
    for (const chunk of arriving.chunks.splice(0)) {
      if (arriving.problem !== null) return
      if (!(await arriving.file.add(chunk))) return refuse(arriving, 'file-is-too-large')
    }
    const { heldBytes } = arriving.file
    const more = heldBytes - arriving.taken
    arriving.taken = heldBytes
    if (more < 0) arriving.hold.shrinkTo(heldBytes)
    else if (more > 0 && !(await arriving.hold.take(more))) refuse(arriving, 'upload-came-while-busy')
  }

  async function untilParsed(parsed: Promise<void>): Promise<void> {
    const patience = new AbortController()
    try {
      await Promise.race([parsed, broken.promise, parsingTooLong(patience.signal)])
    } finally {
      patience.abort()
    }
  }

  return {
    write: async (chunk: Uint8Array): Promise<void> => {
      await untilParsed(
        new Promise(resolve => parser.write(chunk, fault => (fault ? breakOff(fault) : resolve()))),
      )
      // The end of a file is told in a later turn than its last byte.
      await turnOfEvents()
      for (const file of inHand) await takeIn(file)
    },
    end: async (): Promise<void> => {
      parser.end()
      await untilParsed(finished)
      for (const file of inHand) await takeIn(file)
    },
    /** The files that have become whole since this was last asked. */
    takeWhole: async function* (): AsyncGenerator<ReceivedFile> {
      for (let file = inHand[0]; file?.isWhole; file = inHand[0]) {
        inHand.shift()
        yield* await given(file)
      }
    },
    /** The name of the file that has begun and not become whole. */
    unfinished: (): string | null => inHand[0]?.name || null,
    hasTooMany: () => hasTooMany,
    close: (): void => {
      for (const { file, hold } of inHand) {
        file.close()
        hold.release()
      }
      parser.destroy()
    },
  }
}

/** Browsers write quotes and line breaks in names of files so, and nothing else: > %22Alder%22.xml */
function nameSent(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0[AD]/gi, ' ')
}

/** The file, or nothing for the nameless empty part that a form sends when nothing was chosen. */
async function given({ name, file, hold, problem }: Arriving): Promise<ReceivedFile[]> {
  if (problem !== null) return [{ name, problem }]
  if (name !== '' || file.length > 0) return [{ name, bytes: await file.whole(), hold }]
  hold.release()
  return []
}

async function parsingTooLong(signal: AbortSignal): Promise<never> {
  await pause(parsingMs, undefined, { signal })
  throw new FormIsBroken('The form has arrived, and its parser comes to no end.')
}
