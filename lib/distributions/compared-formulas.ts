import type { FigureRef } from '../checks/formula.ts'
import { type Amount, ask } from './answer.ts'
import { formulasOfAnswer } from './answer-formulas.ts'
import { printedNames } from './compare-names.ts'
import { type ComparedRow, distributionOf, type ToCompare, tablesOf } from './compared.ts'
import type { End, Span } from './distribution.ts'
import { type Ends, sumOf } from './ends.ts'
import { addEndsOverGroups, formulasOfGroups } from './group-formulas.ts'
import { noneFails } from './hull-of-shares.ts'
import { formulasOfName, formulasOfSharedName } from './name-formulas.ts'
import { namedShare } from './named-share.ts'
import type { NamedRow } from './row-names.ts'
import { fitsOf, shareOfName } from './share-of-name.ts'

/** How a value of a comparison is computed, and the rows that it rests on, by the id of their table and their order in it. */
export type ComparedFormulas = { ends: Ends | null; rows: RowInside[] }
type RowInside = { table: string; bucket: number; part: 'all' | 'some' }

type FigureOf = (figure: FigureRef) => number | null
type ComparedQuestion = {
  row: ComparedRow
  measure: Amount
  /** All tables that are compared; they tell what the row of a name stands for. */
  all: readonly ToCompare[]
  figureOf: FigureOf
}

/** The same of one of the pools; nothing where its tables tell nothing of the row. */
export function formulasOfCompared(
  asked: ToCompare,
  { row, measure, all, figureOf }: ComparedQuestion,
): ComparedFormulas {
  if (row.range !== null) return ofRange(asked, row.range, { measure, figureOf })
  const named = [...printedNames(all).values()].find(({ name }) => name === row.label)
  const own = tablesOf(asked).map(table =>
    named === undefined ? ofOthers(table, measure, figureOf) : ofName(table, named, { measure, figureOf }),
  )
  const rows = own.flatMap(one => one.rows)
  const { groups, tables } = asked
  if (!groups) return { ends: own[0]?.ends ?? null, rows }
  const nothing = named === undefined && rows.length > 0 ? sumOf([]) : null
  const ends = own.map(one => (one.rows.length === 0 ? (one.ends ?? nothing) : one.ends))
  return { ends: addEndsOverGroups(groups, ends, measure, { tables, figureOf }), rows }
}

/** The residual rows of a table. */
function ofOthers({ table, tables }: ToCompare, measure: Amount, figureOf: FigureOf): ComparedFormulas {
  const isPrinted = table.buckets.some(({ code }) => code === 'other')
  const rest = isPrinted ? namedShare(table, ({ code }) => code === 'other', tables, measure) : null
  return {
    ends: rest && formulasOfName({ table, tables, amount: measure, figureOf }, rest),
    rows: (rest?.buckets ?? []).map(bucket => ({ table: table.id, bucket, part: 'all' })),
  }
}

function ofName(
  { table, tables, failing }: ToCompare,
  named: NamedRow,
  { measure, figureOf }: { measure: Amount; figureOf: FigureOf },
): ComparedFormulas {
  const fits = fitsOf(table, named)
  const found = fits && shareOfName({ table, tables, failing: failing ?? noneFails }, fits, measure)
  if (!found) return { ends: null, rows: [] }
  const { certain, possible } = found
  const part = certain.rule === 'is-printed' ? 'all' : 'some'
  return {
    ends: formulasOfSharedName({ table, tables, amount: measure, figureOf }, found),
    rows: [
      ...certain.buckets.map(bucket => ({ table: table.id, bucket, part }) as const),
      ...(possible?.buckets ?? []).map(bucket => ({ table: table.id, bucket, part: 'some' }) as const),
    ],
  }
}

function ofRange(
  asked: ToCompare,
  { low, high, lowIncluded, highIncluded }: NonNullable<ComparedRow['range']>,
  { measure, figureOf }: { measure: Amount; figureOf: FigureOf },
): ComparedFormulas {
  const read = distributionOf(asked)
  if ('reason' in read) return { ends: null, rows: [] }
  const endOf = (value: number | null, included: boolean): End =>
    value === null ? null : { value, included }
  const span: Span = { low: endOf(low, lowIncluded), high: endOf(high, highIncluded) }
  const { table, tables, groups } = asked
  const formulas = groups
    ? formulasOfGroups(groups, read.distribution, span, { tables, figureOf })
    : formulasOfAnswer(table, read.distribution, span)
  return { ends: formulas[measure], rows: rowsInside(ask(read.distribution, span).parts) }
}

/** The rows that an answer counts, in full or in part. */
export function rowsInside(parts: ReturnType<typeof ask>['parts']): RowInside[] {
  return parts.flatMap(({ row: { table, bucket }, rule }) =>
    rule === null || rule === 'no-figure'
      ? []
      : [{ table, bucket, part: rule === 'whole-rows' ? ('all' as const) : ('some' as const) }],
  )
}
