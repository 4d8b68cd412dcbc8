import type { Printed } from '../report.ts'
import { type DefinedTerms, foldTerm } from './find-defined-terms.ts'
import { findNameAfter } from './find-name.ts'
import { type Flow, printedInFlow } from './flow.ts'
import { toReadableCase } from './parties.ts'

const PREPARED_BY = 'prepared by '

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
  const span = findNameAfter(words.text, from)
  if (span === null) return null
  const name = words.text.slice(from, span.to)
  return terms.get(foldTerm(name)) ?? printedInFlow(words, from, span.to, toReadableCase(body, name))
}
