import { formatCount, rowName } from '../../format/index.ts'
import { findStatistic } from '../../names/find-statistic.ts'
import { nameGroup } from '../../names/loan-groups.ts'
import { nameStatistic } from '../../names/names.ts'
import { oncePer } from '../../once-per.ts'
import type { Check, FilingReport, Unit } from '../../report.ts'
import { sayWording } from '../../words/name-check.ts'
import { unitName } from '../export-table.ts'
import { type BookCell, headRow, type Sheet, textCell } from './book.ts'
import { type BookSource, linkToPlace } from './book-source.ts'
import { bookFigure, decimalsOf, figureCell, formatOf } from './figures.ts'
import { differenceOf, type Live, liveCell, runAt, type Spot, sameAs, spotAt } from './live.ts'
import type { CheckCounts } from './summary-sheet.ts'
import type { TableSheet } from './table-sheet.ts'

const sheetName = 'Ledger'
const heads = [
  'Outcome',
  'What must hold',
  'Deal',
  'Loan group',
  'Table',
  'Row',
  'Column',
  'Printed',
  'Found',
  'Printed less found',
  'Allowed',
  'Unit',
  'Line',
]
const widths = [10, 46, 24, 16, 36, 30, 30, 18, 18, 18, 14, 9, 8]
const [printedColumn, foundColumn, differenceColumn, allowedColumn] = [7, 8, 9, 10] as const
const dealColumn = 2
/** Rows above the checks. */
const headRows = 3
/** Decimals to which a difference is told: beyond them is what binary fractions leave of sums. */
const placesOfDifference = (unit: Unit | null) => (unit === 'cents' ? 4 : 10)
/** What such fractions may add to a difference that is allowed. */
const noise = '1E-11'

/** A filing's checks, and the sheets of its tables where the workbook has them. */
type Ledger = { source: BookSource; tables: readonly TableSheet[] }

/** The most checks of several deals that are listed; of more, those that fail. */
const mostChecks = 20_000

/** Every check of one filing or several, the failing ones first: what is printed, what was found, and how far they may lie apart. */
export function ledgerSheet(ledgers: readonly Ledger[]): Sheet {
  const all = ledgers.flatMap(ledger =>
    ledger.source.report.checks.map(check => ({ source: ledger.source, check, tables: byId(ledger) })),
  )
  const isLong = ledgers.length > 1 && all.length > mostChecks
  const shown = [
    ...all.filter(({ check }) => check.outcome === 'fail'),
    ...(isLong ? [] : all.filter(({ check }) => check.outcome === 'pass')),
  ]
  const rows = shown.map(({ source, check, tables }, order) =>
    checkRow(source, check, tables, headRows + order),
  )
  return {
    name: sheetName,
    rows: [
      [
        textCell(isLong ? 'Ledger: the checks that fail' : 'Ledger: every check', {
          bold: true,
          large: true,
        }),
      ],
      [
        textCell(
          isLong
            ? `${note} ${formatCount(all.length)} checks were made; those that hold are left out.`
            : note,
          {
            ink: 'note',
          },
        ),
      ],
      headRow(heads, rows),
      ...rows,
    ],
    widths:
      ledgers.length > 1 ? [...widths.slice(0, dealColumn), 36, ...widths.slice(dealColumn + 1)] : widths,
    frozen: { rows: headRows, columns: 1 },
    filterRow: headRows - 1,
    ...(all.some(({ check }) => check.outcome === 'fail') && { tab: 'fault' as const }),
  }
}

const byId = oncePer(({ tables }: Ledger): Sheets => new Map(tables.map(one => [one.table.id, one])))

const note =
  'A check holds where what is printed differs from what the rest of the filing gives by no more than the precision of print allows.'

/** > COUNTIF('Ledger'!A4:A180,"pass") */
export function countChecks({ checks }: FilingReport): CheckCounts {
  const { at } = runAt(headRows, 0, checks.length > 0 ? checks.map(() => null) : [null])
  const count = (outcome: Check['outcome']): Live => ({
    formula: `COUNTIF('${sheetName}'!${at},"${outcome}")`,
    value: checks.filter(check => check.outcome === outcome).length,
  })
  return { passed: count('pass'), failed: count('fail') }
}

type Sheets = ReadonlyMap<string, TableSheet>

function checkRow(source: BookSource, check: Check, tables: Sheets, row: number): (BookCell | null)[] {
  const { report } = source
  const own = tables.get(check.stratification ?? '')
  const table = report.stratifications.find(({ id }) => id === check.stratification)
  const column = table?.columns.find(({ measure }) => measure === check.measure)
  const statistic = findStatistic(report, check)
  const unit = column?.unit ?? statistic?.unit ?? null
  const bucket = check.bucket === null ? undefined : table?.buckets[check.bucket]
  const group = table ? table.loanGroup : (statistic?.loanGroup ?? null)
  const fails = check.outcome === 'fail'
  const decimals = column?.decimals ?? statistic?.decimals ?? 0
  const figures = figuresOf(check, unit, { tables, statistic, row, decimals })
  const format = formatOf(unit, figures.decimals)
  return [
    outcomeCell(check, figures, row),
    textCell(sayWording(check.code)),
    textCell(source.deal.name),
    textCell(nameGroup(group)),
    own ? textCell(own.sheet.name, {}, { sheet: own.sheet.name }) : textCell(table?.title),
    textCell(bucket ? rowName(bucket) : table ? 'All rows' : null),
    textCell(column?.header ?? (statistic && nameStatistic(statistic.id))),
    {
      value: figures.printed,
      format: formatOf(unit, unit === 'cents' ? 2 : decimals),
      look: { ink: 'filed', ...(fails && { fill: 'fault' as const }) },
      link: linkToPlace(source, check.at),
    },
    figures.live ? liveCell(figures.live, format) : { value: figures.found, format, look: { ink: 'known' } },
    liveCell(figures.difference, `${format};-${format};"–"`),
    figureCell(check.tolerance, { unit, decimals: allowedDecimals(check, unit) }, { ink: 'known' }),
    textCell(unitName(unit)),
    figureCell(check.at.line, { unit: 'years', decimals: 0 }, { ink: 'note' }, linkToPlace(source, check.at)),
  ]
}

function allowedDecimals({ tolerance }: Check, unit: Unit | null): number {
  return tolerance === 0 ? 0 : unit === 'cents' ? 4 : Math.min(6, decimalsOf([tolerance], unit))
}

type Figures = {
  printed: number
  found: number
  /** Where a cell of the workbook holds what was found. */
  live: Live | null
  difference: Live
  allowed: number
  decimals: number
}

type FoundAround = {
  tables: Sheets
  statistic: ReturnType<typeof findStatistic>
  row: number
  /** Of the printed figure. */
  decimals: number
}

function figuresOf(
  check: Check,
  unit: Unit | null,
  { tables, statistic, row, decimals }: FoundAround,
): Figures {
  const [printed, exact, allowed] = [check.expected, check.found, check.tolerance].map(value =>
    bookFigure(value, unit),
  ) as [number, number, number]
  const spot = foundSpots(check, tables, statistic?.stratification ?? null).find(({ value }) =>
    isSame(value, exact),
  )
  const found = spot?.value ?? Number(exact.toFixed(12))
  return {
    printed,
    found,
    live: spot ? sameAs(spot) : null,
    difference: differenceOf(
      spotAt(row, printedColumn, printed),
      spotAt(row, foundColumn, found),
      placesOfDifference(unit),
    ),
    allowed,
    decimals: unit === 'cents' ? 2 : unit === 'count' ? 0 : decimals + 3,
  }
}

function isSame(value: number, other: number): boolean {
  return Math.abs(value - other) <= 1e-10 * Math.max(1, Math.abs(other))
}

/** The cells that may hold what a check found: what the rows of its table give, or another table's total. */
function foundSpots(check: Check, tables: Sheets, statistics: string | null): Spot[] {
  const { measure, bucket, stratification, reference } = check
  const row = bucket ?? 'total'
  const own = tables.get(stratification ?? '')
  const stated = tables.get(statistics ?? '')
  const other = tables.get(reference ?? '')
  return [
    measure && own?.found(row, measure),
    measure && other?.printed(measure),
    measure && other?.found('total', measure),
    stated?.found('total', 'value'),
  ].flatMap(spot => spot || [])
}

/** As a formula where that comes to the same: change a figure, and the check tells. */
function outcomeCell({ outcome }: Check, { difference, allowed }: Figures, row: number): BookCell {
  const [apart, limit] = [differenceColumn, allowedColumn].map(column => spotAt(row, column, 0).at)
  const value = Math.abs(difference.value) <= allowed + Number(noise) ? 'pass' : 'fail'
  return {
    value: outcome,
    ...(value === outcome && { formula: `IF(ABS(${apart})<=${limit}+${noise},"pass","fail")` }),
    look: outcome === 'fail' ? { ink: 'fault', fill: 'fault', bold: true } : { ink: 'live' },
  }
}
