import type { Printed } from '../report.ts'
import { type DefinedTerms, foldTerm } from './find-defined-terms.ts'
import { type Flow, printedInFlow } from './flow.ts'
import { toReadableCase } from './parties.ts'
import { withoutEnd } from './without-end.ts'

const PREPARED_BY = 'prepared by '
const MOST_WORDS = 12

/**
 * Who prepared an exhibit: the defined term that its description starts with, or the name after "prepared by".
 *
 * > 99.2  ASC Computational Materials        ("ASC") was defined as Ashgrove Securities Corporation
 *
 * The place is where the full name is printed. Null when neither is there; never the only underwriter by default.
 */
export function readPreparer(words: Flow, body: Flow, terms: DefinedTerms): Printed | null {
  const lower = words.lower
  const term = [...terms.keys()]
    .filter(each => lower.startsWith(`${each} `))
    .toSorted((one, other) => other.length - one.length)[0]
  if (term !== undefined) return terms.get(term) ?? null
  const at = lower.indexOf(PREPARED_BY)
  if (at === -1) return null
  const from = at + PREPARED_BY.length
  const to = from + nameLength(words.text.slice(from, from + 120))
  if (to === from) return null
  const name = words.text.slice(from, to)
  return terms.get(foldTerm(name)) ?? printedInFlow(words, from, to, toReadableCase(body, name))
}

/** How far a name goes to the right: words with capitals, `&`, `of`; a comma only before a legal form or a partner. */
function nameLength(text: string): number {
  let length = 0
  let at = 0
  for (const word of text.split(/ /).slice(0, MOST_WORDS)) {
    const isName = /^[A-Z0-9&]/.test(word) || word === 'of' || word === 'and'
    if (!isName) break
    at += word.length + 1
    if (/^[A-Z0-9]/.test(word)) length = at - 1
    const rest = text.slice(at)
    if (
      /[;:)]$/.test(word) ||
      (word.endsWith(',') && !/^(?:Inc|LLC|L\.L\.C|L\.P|LP|N\.A|Ltd|[A-Z][a-zA-Z]+ &)/i.test(rest))
    )
      break
  }
  return withoutEnd(text.slice(0, length), ',;:)').length
}
