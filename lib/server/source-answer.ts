import { isPacked, unpackingFile } from '../filing/packed-file.ts'
import type { Source } from '../library/index.ts'
import { hasAlready } from './entity-tag.ts'
import { streamBytes } from './stream-bytes.ts'

/** How browsers are told to decode a filing; they then show the characters that the reader read. */
const charsets: Record<string, string> = { ascii: 'us-ascii', 'utf-8': 'utf-8', 'utf-16': 'utf-16' }

/**
 * A filing's bytes as they were uploaded, as plain text that is never sniffed for anything else. The sandbox around it is
 * a header of `next.config.js`, whose policies stand above those of answers.
 * They never change, so whoever has them need not ask again.
 */
export function answerSource(source: Source, sha256: string, ifNoneMatch: string | null): Response {
  const tag = `"${sha256}"`
  const headers = {
    'Content-Type': `text/plain; charset=${charsets[source.encoding] ?? 'windows-1252'}`,
    'Content-Disposition': `inline; ${fileName(source.name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=31536000, immutable',
    ETag: tag,
  }
  if (hasAlready(ifNoneMatch, tag)) return new Response(null, { status: 304, headers })
  const { bytes } = source
  return isPacked(bytes)
    ? new Response(streamBytes(unpackingFile(bytes.zstd)), { headers })
    : new Response(new Uint8Array(bytes), { headers })
}

/** The name by RFC 6266: in ASCII for old clients, and whole for the others. */
function fileName(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
  return `filename="${ascii}"; filename*=UTF-8''${whole}`
}
