import type { DocumentFacts } from '../stratification/document-subject.ts'
import type { ReadTable } from '../stratification/read-table.ts'
import { subjectOf } from '../stratification/refuse-subject.ts'
import { tell } from './told.ts'
import type { Told } from './trace-schema.ts'

/** What the rows split the pool by. */
export function tellSplit({ split }: ReadTable): Told {
  return tell(split, ({ longName }) => longName, {
    question: 'split',
    asks: 'What do the rows split the pool by?',
    note: split.chosen === null ? whyNone(split.candidates) : null,
  })
}

function whyNone(candidates: ReadTable['split']['candidates']): string {
  if (candidates.length === 0)
    return 'Neither the title, the header over the labels nor the rows name anything that pools are known to be split by.'
  const isRuledOut = candidates.every(({ verdicts }) => verdicts.some(({ says }) => says === 'contradicts'))
  return isRuledOut ? 'The rows rule out all that is named.' : 'Nothing sets the named ones apart.'
}

/** Whether the table is of a pool. That it could be of anything else is told where something speaks for that. */
export function tellSubject(table: ReadTable, document: DocumentFacts): Told {
  const decision = subjectOf(table, document)
  const isDoubted = decision.chosen !== 'pool'
  const candidates = decision.candidates.filter(({ value }) => isDoubted || value === 'pool')
  return tell(
    { ...decision, candidates },
    subject => (subject === 'pool' ? 'A pool of loans, receivables, contracts or leases' : 'Other business'),
    {
      question: 'subject',
      asks: 'What is it about?',
      note: decision.chosen === null ? 'Nothing in or around it says so.' : null,
    },
  )
}
