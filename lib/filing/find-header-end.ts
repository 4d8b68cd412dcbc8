const HEADER_END = /^\s*<\/(?:SEC|IMS)-HEADER>/i
const DOCUMENT = /^\s*<DOCUMENT>/i
/** A submission header starts the file, but for the PEM wrapper of nine lines; ours are looked for a little further. */
const STARTS_WITHIN = 60
const HEADER_START =
  /^\s*(?:<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>|<SUBMISSION>|<ACCEPTANCE-DATETIME>|ACCESSION NUMBER:|-----BEGIN PRIVACY-ENHANCED MESSAGE-----)/i

/**
 * Last line of the submission header, 1-based, or 0 when the file has none.
 *
 * A header ends with its closing tag or before the first `<DOCUMENT>`, whichever comes first; one that is followed by
 * neither is all the file has.
 */
export function findHeaderEnd(lines: string[]): number {
  if (!startsWithHeader(lines)) return 0
  for (const [index, line] of lines.entries()) {
    if (!line.includes('<')) continue
    if (HEADER_END.test(line)) return index + 1
    if (DOCUMENT.test(line)) return index
  }
  return lines.length
}

function startsWithHeader(lines: string[]): boolean {
  const end = Math.min(lines.length, STARTS_WITHIN)
  for (let index = 0; index < end; index += 1) {
    const line = lines[index] ?? ''
    if (line === '') continue
    if (DOCUMENT.test(line)) return false
    if (HEADER_START.test(line)) return true
  }
  return false
}
