import { readReference } from '../filing/character-reference.ts'
import { keyOf, walkMarkup } from '../filing/walk-markup.ts'
import type { ListedSubmission } from '../library/index.ts'
import { isDocumentName } from './read-address.ts'

type Row = { cells: string[]; link: string | null }

const ROW = keyOf('tr')
const CELLS = [keyOf('td'), keyOf('th')]
const LINK = keyOf('a')

/**
 * The documents of a submission that have files of their own, and how long it is as a whole, by EDGAR's page of it.
 *
 * > Seq  Description                      Document                    Type     Size
 * > 1    FORM 8-K                         a2.htm                      8-K      12345
 * > 2    POOL TABLES                      a99.htm                     EX-99    45678
 * >      Complete submission text file    0000912057-02-012345.txt             59000
 *
 * A document that opens in a viewer has its own name at the end of the link too: `/ix?doc=/Archives/…/a2.htm`.
 * Rows are known by their five cells with a link in the third. Submissions before 2001 are one file, and each of their
 * documents leads to that: none of them has a file of its own.
 */
export function readIndex(
  html: string,
  accession: string,
): Pick<ListedSubmission, 'documents' | 'wholeBytes'> {
  const listed = rowsOf(html).flatMap(readRow)
  const documents = listed.filter(({ name }) => name !== `${accession}.txt`)
  const whole = listed.findLast(({ name }) => name === `${accession}.txt`)
  return {
    documents: [...new Map(documents.map(one => [one.name, one])).values()],
    wholeBytes: whole?.bytes ?? null,
  }
}

function readRow({ cells, link }: Row): ListedSubmission['documents'] {
  const [sequence = '', description = '', , type = '', size = ''] = cells
  const name = link?.split('/').at(-1) ?? ''
  if (cells.length !== 5 || !isDocumentName(name)) return []
  return [{ sequence: numberOf(sequence), type, description, name, bytes: numberOf(size) }]
}

function numberOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** All rows of tables on a page, and where the third cell of each leads. */
function rowsOf(html: string): Row[] {
  const rows: Row[] = []
  let row: Row | null = null
  let isInCell = false
  walkMarkup(html, 0, html.length, {
    tag: (key, isClosing, start, end) => {
      if (key === ROW) isInCell = false
      if (key === ROW && !isClosing) {
        row = { cells: [], link: null }
        rows.push(row)
      }
      if (CELLS.includes(key)) {
        isInCell = !isClosing && row !== null
        if (isInCell) row?.cells.push('')
      }
      if (key === LINK && !isClosing && isInCell && row?.cells.length === 3)
        row.link = /\bhref\s*=\s*["']([^"']*)/i.exec(html.slice(start, end))?.[1] ?? null
    },
    text: (start, end) => {
      if (!isInCell || row === null) return
      row.cells.push((row.cells.pop() ?? '') + textOf(html.slice(start, end)))
    },
  })
  return rows.map(({ cells, link }) => ({ cells: cells.map(cell => cell.replace(/\s+/g, ' ').trim()), link }))
}

function textOf(markup: string): string {
  let text = ''
  let at = 0
  while (at < markup.length) {
    const reference = markup[at] === '&' ? readReference(markup, at) : null
    text += reference?.printed ?? markup[at]
    at = reference?.end ?? at + 1
  }
  return text
}
