import type { FilingDocument } from '../report.ts'

type Format = FilingDocument['format']

/** How much of a document tells its format: tags such as `<PDF>` or `<XML>` stand on the first lines. */
const LINES_LOOKED_AT = 40

/** Patterns in the order they are asked; the first that matches a document's first lines gives its format. */
const FORMATS: [Format, RegExp][] = [
  ['pdf', /^\s*(?:<PDF>|%PDF-|begin \d{3,4} \S+\.pdf\s*$)/im],
  ['uuencoded', /^begin \d{3,4} \S+/m],
  ['asset-data', /<(?:\w{1,20}:)?assetData[\s>]/],
  ['xml', /^\s*(?:<XML>|<XBRL>|<\?xml(?![^>]*\?>\s*<(?:!DOCTYPE html|html)\b))/i],
  [
    'html',
    /<(?:html|head|body|!doctype html|div|p|font|center|h[1-6]|tr|td|table border|table width|table cell)[\s>]/i,
  ],
]
/** What each of the patterns starts with. */
const MARK = /<|%PDF|begin /i
/** Archives and sheets that older filings carry without encoding; their text would be noise. */
const BINARY_NAME = /\.(?:zip|xlsx?|gif|jpe?g|png|docx?)$/i

/** The first lines of a document, of long ones their beginnings. */
export function headOf(lines: readonly string[], [first, last]: readonly [number, number]): string {
  return lines
    .slice(first - 1, Math.min(last, first - 1 + LINES_LOOKED_AT))
    .map(line => line.slice(0, 2000))
    .join('\n')
}

/** The format of a document, by its first lines and, where these say nothing, by its file name. */
export function findFormat(
  lines: string[],
  [first, last]: [number, number],
  filename: string | null,
): Format {
  const head = headOf(lines, [first, last])
  const found = MARK.test(head) ? FORMATS.find(([, pattern]) => pattern.test(head)) : undefined
  if (found !== undefined) return found[0]
  if (filename === null) return 'text'
  if (/\.pdf$/i.test(filename)) return 'pdf'
  return BINARY_NAME.test(filename) ? 'binary' : 'text'
}
