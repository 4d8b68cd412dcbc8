import type { FigureRef } from '../checks/formula.ts'
import { type Amount, ask } from './answer.ts'
import { formulasOfAnswer } from './answer-formulas.ts'
import { printedNames } from './compare-names.ts'
import type { ComparedRow, ToCompare } from './compared.ts'
import type { End, Span } from './distribution.ts'
import type { Ends } from './ends.ts'
import { noneFails } from './hull-of-shares.ts'
import { formulasOfName, formulasOfSharedName } from './name-formulas.ts'
import { namedShare } from './named-share.ts'
import { readDistribution } from './read-distribution.ts'
import { fitsOf, shareOfName } from './share-of-name.ts'

/** How a value of a comparison is computed, and the rows of its table that it rests on, by their order. */
export type ComparedFormulas = { ends: Ends | null; rows: { bucket: number; part: 'all' | 'some' }[] }

type ComparedQuestion = {
  row: ComparedRow
  measure: Amount
  /** All tables that are compared; they tell what the row of a name stands for. */
  all: readonly ToCompare[]
  figureOf: (figure: FigureRef) => number | null
}

/** The same of one of the tables; nothing where the table tells nothing of the row. */
export function formulasOfCompared(
  asked: ToCompare,
  { row, measure, all, figureOf }: ComparedQuestion,
): ComparedFormulas {
  if (row.range !== null) return ofRange(asked, row.range, measure)
  const { table, tables, failing } = asked
  const source = { table, tables, amount: measure, figureOf }
  const named = [...printedNames(all).values()].find(({ name }) => name === row.label)
  if (named === undefined) {
    const rest = namedShare(table, ({ code }) => code === 'other', tables, measure)
    return {
      ends: rest && formulasOfName(source, rest),
      rows: (rest?.buckets ?? []).map(bucket => ({ bucket, part: 'all' })),
    }
  }
  const fits = fitsOf(table, named)
  const found = fits && shareOfName({ table, tables, failing: failing ?? noneFails }, fits, measure)
  if (!found) return { ends: null, rows: [] }
  const { certain, possible } = found
  const part = certain.rule === 'is-printed' ? 'all' : 'some'
  return {
    ends: formulasOfSharedName(source, found),
    rows: [
      ...certain.buckets.map(bucket => ({ bucket, part }) as const),
      ...(possible?.buckets ?? []).map(bucket => ({ bucket, part: 'some' }) as const),
    ],
  }
}

function ofRange(
  { table }: ToCompare,
  { low, high, lowIncluded, highIncluded }: NonNullable<ComparedRow['range']>,
  measure: Amount,
): ComparedFormulas {
  const read = readDistribution(table)
  if ('reason' in read) return { ends: null, rows: [] }
  const endOf = (value: number | null, included: boolean): End =>
    value === null ? null : { value, included }
  const span: Span = { low: endOf(low, lowIncluded), high: endOf(high, highIncluded) }
  return {
    ends: formulasOfAnswer(table, read.distribution, span)[measure],
    rows: rowsInside(ask(read.distribution, span).parts),
  }
}

/** The rows that an answer counts, in full or in part. */
export function rowsInside(parts: ReturnType<typeof ask>['parts']): ComparedFormulas['rows'] {
  return parts.flatMap(({ row, rule }) =>
    rule === null || rule === 'no-figure'
      ? []
      : [{ bucket: row.bucket, part: rule === 'whole-rows' ? ('all' as const) : ('some' as const) }],
  )
}
