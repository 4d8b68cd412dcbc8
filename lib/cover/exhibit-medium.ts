import type { DecodedFile } from '../filing/decode-filing.ts'
import type { Exhibit, FilingDocument, Printed } from '../report.ts'
import { type Flow, offsetsOf, placeInFlow } from './flow.ts'
import { LONGEST_LINE } from './read-text-lines.ts'
import { isRuleOrBlank, type TextLine } from './text-lines.ts'

type Medium = NonNullable<Exhibit['medium']>

const PAPER = /\bform se\b|\b(?:filed|submitted) (?:in|on|under) paper\b|\bpaper (?:copy|filing|format)\b/i
const GRAPHIC = /\[\s*(?:graphics?|images?|charts?|logo)\b[^\]]{0,40}\]|\b(?:graphics?|images?) omitted\b/i
/** An exhibit's own page has its number, its title, what it says of itself; tables and text are more than this. */
const LINES_OF_A_TITLE = 4

/**
 * What an exhibit is told by: its entry, where the running text says that an exhibit is on paper, its own pages in the
 * document, its own document.
 */
export type ExhibitSources = {
  number: Printed
  words: Flow
  paperOf: (number: string) => Medium | null
  pages: TextLine[]
  document: FilingDocument | null
}

/**
 * In which medium an exhibit is filed, with the words that say so, else the exhibit's number where it is listed.
 *
 * `paper` when the entry, the text or the exhibit's page says Form SE; `graphic` when only a picture or a PDF is there;
 * `included` when the file holds it; `missing` when it does not.
 */
export function readMedium(file: DecodedFile, sources: ExhibitSources): Medium {
  return (
    findPaper(sources) ?? {
      value:
        sources.document === null ? mediumOfPages(sources.pages) : mediumOfDocument(file, sources.document),
      at: sources.number.at,
    }
  )
}

function findPaper({ words, paperOf, number }: ExhibitSources): Medium | null {
  const listed = PAPER.exec(words.text)
  if (listed !== null)
    return { value: 'paper', at: placeInFlow(words, listed.index, listed.index + listed[0].length) }
  return paperOf(number.value.toLowerCase())
}

/** Where the running text says that the exhibit of a number, in lower case, is filed on paper; null where it does not. */
export function findPaperInText(body: Flow, number: string): Medium | null {
  for (const at of offsetsOf(body, `exhibit ${number}`)) {
    const sentence = body.text.slice(at, at + 160).split(/\.\s/)[0] ?? ''
    const said = PAPER.exec(sentence)
    if (said !== null)
      return { value: 'paper', at: placeInFlow(body, at + said.index, at + said.index + said[0].length) }
  }
  return null
}

function mediumOfPages(pages: TextLine[]): Medium['value'] {
  const printed = pages.map(line => line.text).filter(text => !isRuleOrBlank(text))
  const text = printed.slice(0, 60).join(' ')
  if (PAPER.test(text)) return 'paper'
  if (printed.length > LINES_OF_A_TITLE) return 'included'
  return GRAPHIC.test(text) ? 'graphic' : 'missing'
}

function mediumOfDocument(file: DecodedFile, document: FilingDocument): Medium['value'] {
  if (document.format === 'uuencoded' || document.format === 'pdf' || document.format === 'binary')
    return 'graphic'
  const [first, last] = document.lines
  const printed = file.lines
    .slice(first - 1, Math.min(last, first + 300))
    .map(text => text.slice(0, LONGEST_LINE))
    .filter(text => !isRuleOrBlank(text))
  const text = printed.slice(0, 60).join(' ')
  if (printed.length > 30) return 'included'
  if (PAPER.test(text)) return 'paper'
  return GRAPHIC.test(text) ? 'graphic' : 'included'
}
