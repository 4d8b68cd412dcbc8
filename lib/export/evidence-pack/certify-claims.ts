import { evaluate, type FigureRef, figureValue } from '../../checks/index.ts'
import type { Bound, Ends } from '../../distributions/index.ts'
import { nameRow } from '../../names/names.ts'
import type { Check, Place, Stratification, Unit } from '../../report.ts'
import { linesOf } from './certify-figure.ts'
import { listChecks, listFigures, type ReadSource, readPrintedLines, StepWriter, textAt } from './evidence.ts'
import type { Certificate, EvidenceRow } from './evidence-schema.ts'

/** What is claimed: a bound, which is one figure where its ends are equal, and how both come out of printed figures. */
type Claim = { what: string; unit: Unit | null; bound: Bound; ends: Ends | null }

/** A row that claims rest on, by the id of its table and its order there; `part` is what of it counts. */
type ClaimedRow = { table: string; bucket: number; part: EvidenceRow['part'] }

type Asked = { sentence: string; address: string; claims: readonly Claim[]; rows: readonly ClaimedRow[] }

/**
 * What it takes to check some claims about a filing beside its bytes: the figures that they are computed from with their
 * places, the steps, the rows, and the checks of the columns that these figures stand in.
 */
export function certifyClaims(read: ReadSource, { sentence, address, claims, rows }: Asked): Certificate {
  const { report } = read
  const { lines, changed, source } = readPrintedLines(read)
  const all = listFigures(report, lines)
  const figureOf = figureValue(report)
  const needed = new StepWriter(all)
  for (const { ends } of claims) if (ends) for (const end of [ends.low, ends.high]) needed.write(end)
  const checks = checksOfColumns(report.checks, [...needed.used])
  for (const _ of listChecks(report, checks, needed)) {
    // Only which figures the steps need is of interest yet.
  }
  const figures = all.filter(figure => needed.used.has(figure))
  const writer = new StepWriter(figures)
  const written = claims.map(({ what, unit, bound, ends }) => ({
    what,
    unit,
    low: endOf(bound.low, ends?.low, { figureOf, writer }),
    high: endOf(bound.high, ends?.high, { figureOf, writer }),
  }))
  const told = rows.map(({ table: id, bucket, part }) => {
    const table = report.stratifications.find(one => one.id === id)
    return table ? rowOf(table, bucket, { part, lines }) : null
  })
  const standing = told.filter(row => row !== null)
  const places: Place[] = [...figures, ...standing]
  const listed = [...listChecks(report, checks, writer)]
  return {
    kind: 'strata-certificate',
    version: 1,
    sentence,
    address,
    source: { ...source, transcript: changed.size > 0 ? linesOf(places, lines, changed) : null },
    claims: written,
    rows: standing,
    figures,
    checks: listed,
    shared: writer.shared,
  }
}

/** Sums of doubles in another order, and figures rounded to their ninth decimal, differ by less than this share of themselves. */
const noise = 1e-8

type Writing = { figureOf: (figure: FigureRef) => number | null; writer: StepWriter }

/** An end with its steps, as what they come to; without them where they come to anything else. */
function endOf(value: number, formula: Ends['low'] | undefined, { figureOf, writer }: Writing) {
  const computed = formula === undefined ? null : evaluate(formula, figureOf)
  const isIt = computed !== null && Math.abs(computed - value) <= noise * Math.max(1, Math.abs(value))
  const arithmetic = isIt && formula ? writer.write(formula) : null
  return arithmetic === null ? { value, arithmetic } : { value: computed ?? value, arithmetic }
}

/** The checks that hold against each other what columns and totals print which the figures stand in. */
function checksOfColumns(
  checks: readonly Check[],
  figures: readonly {
    table?: string | undefined
    measure?: string | undefined
    statistic?: string | undefined
  }[],
): Check[] {
  const columns = new Set(figures.map(({ table, measure }) => `${table} ${measure}`))
  const stated = new Set(figures.map(({ statistic }) => statistic))
  return checks.filter(({ stratification, measure, bucket, statistic }) =>
    statistic !== null
      ? stated.has(statistic)
      : bucket === null && columns.has(`${stratification} ${measure}`),
  )
}

function rowOf(
  table: Stratification,
  order: number,
  { part, lines }: { part: EvidenceRow['part']; lines: readonly string[] },
): EvidenceRow | null {
  const bucket = table.buckets[order]
  return bucket
    ? { table: table.id, label: nameRow(table, order), part, ...bucket.at, text: textAt(lines, bucket.at) }
    : null
}
