import { Buffer } from 'node:buffer'
import { decodeWindows1252 } from './decode-text.ts'
import { type PackedFile, unpackingFile, WholeCharacters } from './packed-file.ts'

const mark = '\uFEFF'

/**
 * The text of a packed file, piece by piece, without a byte order mark. Lines end as `splitLines` ends them where a file has no
 * others than LF, CRLF, CR, and CRLF that a conversion has doubled; each is `\n` here.
 */
export async function* textPieces({
  zstd,
  encoding,
}: Pick<PackedFile, 'zstd' | 'encoding'>): AsyncGenerator<string> {
  const decode = decoderOf(encoding)
  let isFirst = true
  let held = ''
  for await (const bytes of unpackingFile(zstd)) {
    let text = held + decode(bytes)
    if (isFirst && text.startsWith(mark)) text = text.slice(mark.length)
    isFirst = false
    held = ''
    if (text.includes('\r')) {
      // A line may end with what comes next.
      held = /\r*$/.exec(text.slice(-4))?.[0] ?? ''
      text = text.slice(0, text.length - held.length).replace(/\r{1,3}\n|\r/g, '\n')
    }
    if (text !== '') yield text
  }
  if (held !== '') yield '\n'
}

function decoderOf(encoding: PackedFile['encoding']): (bytes: Uint8Array) => string {
  const buffer = ({ buffer: own, byteOffset, byteLength }: Uint8Array) =>
    Buffer.from(own, byteOffset, byteLength)
  if (encoding === 'ascii') return bytes => buffer(bytes).toString('latin1')
  if (encoding === 'windows-1252') return bytes => decodeWindows1252(buffer(bytes))
  const characters = new WholeCharacters()
  return bytes => buffer(characters.take(bytes)).toString('utf8')
}
