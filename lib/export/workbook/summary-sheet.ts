import { filingHref } from '../../addresses/place-address.ts'
import { findFacts } from '../../evidence/deal-facts.ts'
import { nameGroup } from '../../names/loan-groups.ts'
import { nameStatistic } from '../../names/names.ts'
import { nameFigure } from '../../pool/figure-names.ts'
import type { Place, PoolFigure, PoolSummary, Statistic } from '../../report.ts'
import { sayWording } from '../../words/name-check.ts'
import {
  type BookCell,
  bandRow,
  type DefinedName,
  dayCell,
  headCell,
  type Sheet,
  textCell,
  wholeSheet,
} from './book.ts'
import { type BookSource, linkToPlace } from './book-source.ts'
import { bookFigure, differenceFormat, figureCell, finer, formatOf, placesOf } from './figures.ts'
import { differenceOf, fixedCells, type Live, liveCell, type Spot, spotAt } from './live.ts'
import { figureName } from './names.ts'
import { type FigureSpots, figureFormula } from './pool-formulas.ts'
import type { TableSheet } from './table-sheet.ts'

const sheetName = 'Summary'
const heads = [
  'Figure',
  'As filed',
  'Computed',
  'Filed less computed',
  'At least',
  'At most',
  'How it is known',
  'Check',
  'Line',
]
const widths = [32, 30, 18, 16, 16, 16, 52, 60, 8]
/** The columns of what is filed and of what is computed, from 0. */
const filedColumn = 1
const computedColumn = 2
const lastFigures = 5

type Row = (BookCell | null)[]

/** Formulas that count the outcomes of checks. */
export type CheckCounts = { passed: Live; failed: Live }

type Around = { tables: readonly TableSheet[]; counts: CheckCounts }

/** The first sheet: who and when, what the pool is known by, and where everything else is. */
export function summarySheet(
  source: BookSource,
  { tables, counts }: Around,
): { sheet: Sheet; names: DefinedName[] } {
  const { deal, report } = source
  const page = source.origin + filingHref(deal, report.file.sha256)
  const top: Row[] = [
    [textCell(deal.name, { bold: true, large: true, ink: 'filed' }, { to: page })],
    [textCell(readingNote, { ink: 'note', across: wholeSheet })],
    heads.map((head, column) =>
      headCell(head, column >= filedColumn && column <= lastFigures ? 'right' : undefined),
    ),
    bandRow('Deal', heads.length),
    ...factRows(source),
  ]
  const spots = placeFigures(report.pool, top.length)
  const spotOf: FigureSpots = (loanGroup, id) => spots.get(figureKey(loanGroup, id)) ?? null
  const rows = [
    ...top,
    ...report.pool.flatMap((summary, order) => [
      bandRow(nameGroup(summary.loanGroup), heads.length),
      ...summary.figures.map((figure, row) => {
        const live = figureFormula(summary, figure, { pool: report.pool, tables, spots: spotOf })
        return figureRow(source, figure, { live, tables, row: startOf(report.pool, order, top.length) + row })
      }),
      ...checkRows(summary, counts),
    ]),
    ...statedRows(source),
    ...tableRows(tables),
  ]
  return {
    sheet: { name: sheetName, rows, widths, frozen: { rows: 3, columns: 1 } },
    names: nameFigures(report.pool, top.length),
  }
}

const readingNote =
  'Blue: as filed, each a link to its line in the filing. Black: formulas. Grey: found by Strata without a formula. The sheet About tells more.'

/** A fact runs over the columns up to that of its line. */
const factColumns = 7

function factRows(source: BookSource): Row[] {
  const { deal, noStratifications } = source.report
  const facts = findFacts(deal).map(({ name, value, at }): Row => {
    const cellOf = isDay.test(value) ? dayCell : textCell
    const cell = cellOf(value, { ink: 'filed', across: factColumns }, linkToPlace(source, at))
    return [textCell(name), cell, ...nothing(factColumns - 1), lineCell(source, at)]
  })
  return noStratifications
    ? [...facts, [textCell('No tables'), textCell(noStratifications.message, { across: factColumns })]]
    : facts
}

const isDay = /^\d{4}-\d{2}-\d{2}$/

function nothing(cells: number): null[] {
  return Array.from({ length: cells }, () => null)
}

function lineCell(source: BookSource, at: Place | null): BookCell | null {
  return figureCell(at?.line, { unit: 'years', decimals: 0 }, { ink: 'note' }, linkToPlace(source, at))
}

const checkRowsOf = 2

/** The row (from 0) of the first figure of a group: each group has a heading, and rows of its checks below. */
function startOf(pool: readonly PoolSummary[], order: number, first: number): number {
  const before = pool
    .slice(0, order)
    .reduce((rows, { figures }) => rows + 1 + figures.length + checkRowsOf, 0)
  return first + before + 1
}

function figureKey(loanGroup: string | null, id: string): string {
  return JSON.stringify([loanGroup, id])
}

type Placed = { loanGroup: string | null; figure: PoolFigure; row: number; column: number }

/** Where each figure that has a value stands: as filed, else as computed. */
function placed(pool: readonly PoolSummary[], first: number): Placed[] {
  return pool.flatMap(({ loanGroup, figures }, order) =>
    figures.flatMap((figure, row) =>
      figure.value === null
        ? []
        : [
            {
              loanGroup,
              figure,
              row: startOf(pool, order, first) + row,
              column: figure.stated === null ? computedColumn : filedColumn,
            },
          ],
    ),
  )
}

function placeFigures(pool: readonly PoolSummary[], first: number): Map<string, Spot> {
  return new Map(
    placed(pool, first).map(({ loanGroup, figure, row, column }) => [
      figureKey(loanGroup, figure.id),
      spotAt(row, column, bookFigure(figure.value ?? 0, figure.unit)),
    ]),
  )
}

function nameFigures(pool: readonly PoolSummary[], first: number): DefinedName[] {
  return placed(pool, first).map(({ loanGroup, figure, row, column }) => ({
    name: figureName(loanGroup, figure.id),
    cells: fixedCells(sheetName, [row, column], [row, column]),
  }))
}

type Shown = { live: Live | null; tables: readonly TableSheet[]; row: number }

function figureRow(source: BookSource, figure: PoolFigure, { live, tables, row }: Shown): Row {
  const { id, unit, decimals, code, stated, computed, bounds, check, at } = figure
  const name = nameFigure(id).name
  const shown = { unit, decimals: unit === 'cents' ? 2 : decimals }
  const computedCell =
    live === null
      ? figureCell(computed, finer(shown), { ink: 'known' })
      : liveCell(live, formatOf(unit, finer(shown).decimals))
  const difference =
    stated === null || computed === null
      ? null
      : differenceOf(
          spotAt(row, filedColumn, bookFigure(stated, unit)),
          spotAt(row, computedColumn, live?.value ?? bookFigure(computed, unit)),
          placesOf(unit, finer(shown).decimals),
        )
  const [least = null, most = null] = computed === null ? (bounds ?? []) : []
  const table = tables.find(one => one.table.id === figure.stratification)
  return [
    textCell(code ? `${name}, ${code}` : name),
    figureCell(stated, shown, { ink: 'filed' }, linkToPlace(source, at)),
    computedCell,
    liveCell(difference, differenceFormat(unit, finer(shown).decimals)),
    figureCell(least, finer(shown), { ink: 'known' }),
    figureCell(most, finer(shown), { ink: 'known' }),
    textCell(howKnown(figure, table), {}, table ? { sheet: table.sheet.name } : null),
    checkCell(check),
    lineCell(source, at),
  ]
}

const fromWords = {
  rows: 'the rows of',
  'row-averages': 'the averages in the rows of',
  quotient: 'a quotient',
  groups: 'the loan groups',
  loans: 'the loans',
} as const satisfies Record<NonNullable<PoolFigure['from']>, string>

/** > Computed from the averages in the rows of Original LTV */
function howKnown({ kind, from }: PoolFigure, table: TableSheet | undefined): string {
  const rows = table ? ` ${table.sheet.name}` : ''
  if (kind === 'bounded') return `Between what the rows allow${table ? ':' : ''}${rows}`
  if (from === null) return kind === 'stated' ? `Stated${table ? ':' : ''}${rows}` : 'Computed'
  const words = from === 'rows' || from === 'row-averages' ? `${fromWords[from]}${rows}` : fromWords[from]
  return kind === 'stated' ? `Stated; computed from ${words}` : `Computed from ${words}`
}

function checkCell(check: PoolFigure['check']): BookCell | null {
  if (check === null) return null
  const fails = check.outcome === 'fail'
  return textCell(
    `${fails ? 'Fails' : 'Holds'}: ${sayWording(check.code)}`,
    fails ? { ink: 'fault', fill: 'fault' } : {},
    { sheet: 'Ledger' },
  )
}

/** Of the whole pool as formulas over the ledger; of a loan group as counted. */
function checkRows({ loanGroup, checks }: PoolSummary, counts: CheckCounts): Row[] {
  const count = { unit: 'count', decimals: 0 } as const
  const cellOf = (live: Live, known: number) =>
    loanGroup === null && live.value === known
      ? liveCell(live, formatOf('count', 0))
      : figureCell(known, count, { ink: 'known' })
  return [
    [textCell('Checks passed'), null, cellOf(counts.passed, checks.passed)],
    [textCell('Checks failed'), null, cellOf(counts.failed, checks.failed)],
  ]
}

/** What else the filing states in words. */
function statedRows(source: BookSource): Row[] {
  const { pool, statistics } = source.report
  const shown = new Set(pool.flatMap(({ figures }) => figures.map(({ statistic }) => statistic)))
  const others = statistics.filter(({ key, stated }) => stated !== null && !shown.has(key))
  if (others.length === 0) return []
  return [
    bandRow('Stated elsewhere in the filing', heads.length),
    ...others.map(one => statedRow(source, one)),
  ]
}

function statedRow(source: BookSource, statistic: Statistic): Row {
  const { id, loanGroup, unit, stated, decimals, recomputed, bounds, reason, at } = statistic
  const name = loanGroup === null ? nameStatistic(id) : `${nameStatistic(id)}, ${nameGroup(loanGroup)}`
  const shown = { unit, decimals: unit === 'cents' ? 2 : decimals }
  const [least = null, most = null] = bounds ?? []
  return [
    textCell(name),
    figureCell(stated, shown, { ink: 'filed' }, linkToPlace(source, at)),
    figureCell(recomputed, finer(shown), { ink: 'known' }),
    null,
    figureCell(least, finer(shown), { ink: 'known' }),
    figureCell(most, finer(shown), { ink: 'known' }),
    textCell(reason),
    null,
    lineCell(source, at),
  ]
}

/** The sheets of the tables, each with a link. */
function tableRows(tables: readonly TableSheet[]): Row[] {
  if (tables.length === 0) return []
  return [
    bandRow('Tables', heads.length),
    ...tables.map(
      ({ sheet, table }): Row => [
        textCell(sheet.name, { ink: 'filed' }, { sheet: sheet.name }),
        textCell(table.title),
      ],
    ),
  ]
}
