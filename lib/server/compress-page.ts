import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** How an answer is coded; null is plain. */
export type Coding = 'br' | 'gzip' | null

function accepts(header: string, coding: string): boolean {
  return header.split(',').some(part => {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    return name.trim() === coding && !parameters.some(parameter => /^\s*q=0(\.0*)?\s*$/.test(parameter))
  })
}

/** The first of the codings that the browser's Accept-Encoding allows: best compression first unless told otherwise. */
export function chooseCoding(
  header: string | string[] | undefined,
  preferred: readonly Coding[] = ['br', 'gzip'],
): Coding {
  const accepted = Array.isArray(header) ? header.join(',') : (header ?? '')
  return preferred.find(coding => coding !== null && accepts(accepted, coding)) ?? null
}

/** The body in its coding. Quality 4 costs a few milliseconds for a deal page and is within a tenth of the best. */
export function compressFor(coding: Coding, body: Buffer): Buffer {
  if (coding === null) return body
  if (coding === 'gzip') return gzipSync(body, { level: 5 })
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
}
