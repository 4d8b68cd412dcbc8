import { filingHref } from '../../addresses/place-address.ts'
import type { DealSummary } from '../../library/deal-summary.ts'
import { chooseRate, findFigure, findPool } from '../../pool/find-figure.ts'
import type { PoolFigure, PoolSummary, Unit } from '../../report.ts'
import { withUnit } from '../export-table.ts'
import { type BookCell, dayCell, headRow, type Look, type Sheet, textCell, wholeSheet } from './book.ts'
import { type BookSource, linkToPlace } from './book-source.ts'
import { bookFigure, figureCell, formatOf } from './figures.ts'
import { averageOf, type Live, liveCell, type Run, runAt, sumOf } from './live.ts'

/** A deal of several with what lists say of it, tags and counts among that. */
export type ListedSource = BookSource & { summary: DealSummary }

type Shown = { unit: Unit; decimals: number }
type DealColumn = {
  header: string
  width: number
  cellOf: (source: ListedSource) => BookCell | null
  /** Of figures: what each deal has, and how they come to one of all deals. */
  figures?: Shown & {
    of: (source: ListedSource) => number | null
    /** Does a check on the figure fail? */
    fails: (source: ListedSource) => boolean
    total: Total | null
  }
}
/** Added up, or averaged by another column, which the heading names. */
type Total = 'sum' | { by: 'Balance' | 'Loans' }

const headRows = 3
const name = 'Deals'

/** Deals, a row each: names and dates, the pool's figures, how the checks came out; below, what all of them come to. */
export function dealsSheet(sources: readonly ListedSource[]): Sheet {
  const rows = sources.map(source => columns.map(({ cellOf }) => cellOf(source)))
  return {
    name,
    rows: [
      [textCell(name, { bold: true, large: true })],
      [textCell(note, { ink: 'note', across: wholeSheet })],
      headRow(
        columns.map(({ header }) => header),
        rows,
      ),
      ...rows,
      totalRow(sources),
    ],
    widths: columns.map(({ width }) => width),
    frozen: { rows: headRows, columns: 1 },
    filterRow: headRows - 1,
  }
}

const note =
  'Each pool by what it states, in blue with a link, else by what its tables give, in grey. The last row adds balances and loans, and weighs averages by balance. On red a check on the figure fails, or on one that a sum or an average has in it.'

function words(
  header: string,
  width: number,
  of: (source: ListedSource) => string | null | undefined,
): DealColumn {
  return { header, width, cellOf: source => textCell(of(source)) }
}

/** A figure of the whole pool, in blue where the filing states it. */
function poolColumn(
  header: string,
  { total, ...shown }: Shown & { total: Total | null },
  figureOf: (pool: PoolSummary | undefined) => PoolFigure | undefined,
): DealColumn {
  const of = ({ report }: ListedSource) => figureOf(findPool(report.pool, null))
  return {
    header: shown.unit === 'percent' ? header : withUnit(header, shown.unit),
    width: shown.unit === 'cents' ? 20 : 12,
    cellOf: source => {
      const figure = of(source)
      const look: Look = fails(figure)
        ? { ink: 'fault', fill: 'fault' }
        : { ink: figure?.kind === 'stated' ? 'filed' : 'known' }
      return figureCell(figure?.value, shown, look, linkToPlace(source, figure?.at))
    },
    figures: {
      ...shown,
      total,
      of: source => inBook(of(source)?.value, shown.unit),
      fails: source => fails(of(source)),
    },
  }
}

const fails = (figure: PoolFigure | undefined) => figure?.check?.outcome === 'fail'

function inBook(value: number | null | undefined, unit: Unit): number | null {
  return value === null || value === undefined ? null : bookFigure(value, unit)
}

function countColumn(header: string, of: (summary: DealSummary) => number): DealColumn {
  return {
    header,
    width: 10,
    cellOf: ({ summary }) => figureCell(of(summary), count, { ink: 'known' }),
    figures: { ...count, total: 'sum', of: ({ summary }) => of(summary), fails: () => false },
  }
}

const count = { unit: 'count', decimals: 0 } as const
const percent = { unit: 'percent', decimals: 3 } as const
const dollars = { unit: 'cents', decimals: 2 } as const
const months = { unit: 'months', decimals: 2 } as const
const byBalance = { total: { by: 'Balance' } } as const
const figure = (id: string) => (pool: PoolSummary | undefined) => findFigure(pool, id)

const columns: DealColumn[] = [
  {
    header: 'Deal',
    width: 40,
    cellOf: source => {
      const { deal, origin, report } = source
      return textCell(deal.name, { ink: 'filed' }, { to: origin + filingHref(deal, report.file.sha256) })
    },
  },
  words('Name by its filings', 24, ({ summary }) => summary.filedName),
  words('Series', 14, ({ summary }) => summary.series),
  words('Depositor', 34, ({ summary }) => summary.depositor),
  { header: 'Cut-off date', width: 12, cellOf: ({ report }) => dayCell(report.deal.cutOffDate?.value) },
  { header: 'Signed', width: 12, cellOf: ({ summary }) => dayCell(summary.signedOn) },
  poolColumn('Balance', { ...dollars, total: 'sum' }, figure('balance')),
  poolColumn('Loans', { ...count, total: 'sum' }, figure('loans')),
  poolColumn('Average', { ...dollars, total: { by: 'Loans' } }, figure('average')),
  poolColumn('WAC', { ...percent, ...byBalance }, chooseRate),
  words('WAC is', 8, ({ report }) => {
    const rate = chooseRate(findPool(report.pool, null))
    return rate && (rate.id === 'net-wac' ? 'net' : 'gross')
  }),
  poolColumn('WALTV', { ...percent, ...byBalance }, figure('waltv')),
  poolColumn('WA score', { unit: 'score', decimals: 0, ...byBalance }, figure('credit-score')),
  poolColumn('WAM', { ...months, ...byBalance }, figure('wam')),
  words('Largest state', 10, ({ report }) => figure('largest-state')(findPool(report.pool, null))?.code),
  poolColumn('Its share', { ...percent, total: null }, figure('largest-state')),
  countColumn('Tables', ({ stratifications }) => stratifications),
  countColumn('Checks passed', ({ checks }) => checks.passed),
  countColumn('Checks failed', ({ checks }) => checks.failed),
  countColumn('Filings', ({ filings }) => filings),
  words('Tags', 14, ({ summary }) => summary.tags.join(', ')),
  words('Why no tables', 24, ({ summary }) => summary.noStratifications?.message),
  words('File', 28, ({ report }) => report.file.name),
  words('SHA-256', 16, ({ report }) => report.file.sha256),
]

function totalRow(sources: readonly ListedSource[]): BookCell[] {
  return columns.map(({ figures }, order) => {
    const isOnRed = figures !== undefined && hasFailing(figures, sources)
    const look: Look = { bold: true, ruled: true, ...(isOnRed && { ink: 'fault', fill: 'fault' }) }
    const live = figures && totalOf(order, sources)
    const cell = live && liveCell(live, formatOf(figures.unit, figures.decimals), look)
    return cell ?? { value: order === 0 ? 'All of them' : null, look }
  })
}

/** Does a sum or an average have a figure in it, or a weight, on which a check fails? */
function hasFailing(
  { total, fails }: NonNullable<DealColumn['figures']>,
  sources: readonly ListedSource[],
): boolean {
  if (total === null) return false
  const weights =
    total === 'sum' ? undefined : columns.find(({ header }) => header.startsWith(total.by))?.figures
  return sources.some(source => fails(source) || weights?.fails(source))
}

function totalOf(order: number, sources: readonly ListedSource[]): Live | null {
  const total = columns[order]?.figures?.total ?? null
  if (total === null) return null
  if (total === 'sum') return sumOf(runOf(order, sources))
  const weights = columns.findIndex(({ header }) => header.startsWith(total.by))
  return averageOf(runOf(order, sources), runOf(weights, sources))
}

function runOf(order: number, sources: readonly ListedSource[]): Run {
  return runAt(
    headRows,
    order,
    sources.map(source => columns[order]?.figures?.of(source) ?? null),
  )
}
