import type { Decision } from '../reading/decision.ts'
import type { Subject } from '../reading/facts.ts'
import { decideSubject } from '../reading/subject.ts'
import { spellOut } from './defined-nouns.ts'
import type { DocumentFacts } from './document-subject.ts'
import { figureInUnit } from './read-figures.ts'
import type { ReadTable, Refused } from './read-table.ts'

/** Say why a table whose rows split something splits no pool of loans, or null when it does. */
export function refuseSubject(table: ReadTable, document: DocumentFacts): Refused | null {
  const { candidates, chosen } = subjectOf(table, document)
  if (chosen === 'pool') return null
  const against = candidates.flatMap(({ verdicts }) => verdicts.filter(({ says }) => says === 'contradicts'))
  return { kind: 'other-business', reason: against[0]?.why ?? NOTHING_OF_LOANS }
}

const NOTHING_OF_LOANS = 'Nothing in it speaks of loans, receivables, contracts or leases.'

/** What the table is about, by the words in and around it. */
export function subjectOf(table: ReadTable, document: DocumentFacts): Decision<Subject> {
  const { grid, title, dimension } = table
  const headers = new Set(grid.columns.map(({ header }) => header))
  const printed = [title.text, grid.stub?.text ?? '', ...headers, grid.sharesOf ?? ''].join(' | ')
  const own = NOUN_OF_ITS_OWN.test(printed) ? spellOut(printed, document.nouns()) : printed
  // Lines over a table beside others, or over one that its labels' header names, are no part of its title.
  const above = [...grid.headings, ...(grid.over ?? []), ...grid.title]
  const headings = above.map(({ text }) => text).join(' | ')
  const facts = { own, headings, above: document.above, dimension }
  const isTotalOfPool = () => isOfPool(table, document)
  return decideSubject({ ...facts, document: document.subject, isTotalOfPool })
}

/** Does another table of the document have the number and balance of this one's total, or of its only row? */
export function isOfPool({ grid, columns, figures, rows }: ReadTable, document: DocumentFacts): boolean {
  const whole = grid.rows.length === 1 ? 0 : rows.total
  const totalOf = (id: string) => {
    const order = columns.findIndex(({ measure }) => measure?.id === id)
    const { measure = null, scale } = columns[order] ?? {}
    const figure = whole === null ? null : (figures[whole]?.[order] ?? null)
    return measure && figureInUnit(figure, measure.unit, scale)
  }
  const [loans, balance] = [totalOf('loanCount'), totalOf('balanceCents')]
  return loans !== null && balance !== null && document.isTotalOfPool(loans, balance)
}

/** `Number of HICs`, which the filing may have defined. */
const NOUN_OF_ITS_OWN = /\b(?:number|no\.?|#|%|percent\w*) of (?:the )?[A-Z]/i
