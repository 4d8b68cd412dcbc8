import { nameGroup } from '../../names/loan-groups.ts'
import { nameFigure } from '../../pool/figure-names.ts'
import type { PoolFigure, PoolSummary } from '../../report.ts'
import { type BookCell, headRow, type Sheet, textCell } from './book.ts'
import { type BookSource, linkToPlace } from './book-source.ts'
import { bookFigure, differenceFormat, figureCell, finer, placesOf } from './figures.ts'
import { differenceOf, liveCell, spotAt } from './live.ts'

const heads = [
  'Deal',
  'Loan group',
  'Figure',
  'As filed',
  'Computed',
  'Filed less computed',
  'At least',
  'At most',
  'Kind',
  'Check',
  'Line',
]
const widths = [40, 18, 22, 20, 20, 18, 18, 18, 12, 10, 8]
const [filedColumn, computedColumn] = [3, 4] as const

/** What each pool and loan group of several deals is known by, a row for each figure. */
export function figuresSheet(sources: readonly BookSource[]): Sheet {
  const shown = sources.flatMap(source =>
    source.report.pool.flatMap(pool => pool.figures.map(figure => ({ source, pool, figure }))),
  )
  const rows = shown.map((one, order) => figureRow(one, order + 1))
  return {
    name: 'Figures',
    rows: [headRow(heads, rows), ...rows],
    widths,
    frozen: { rows: 1, columns: 1 },
    filterRow: 0,
  }
}

type Of = { source: BookSource; pool: PoolSummary; figure: PoolFigure }

function figureRow({ source, pool, figure }: Of, row: number): (BookCell | null)[] {
  const { id, code, unit, stated, computed, bounds, kind, check, at } = figure
  const shown = { unit, decimals: unit === 'cents' ? 2 : figure.decimals }
  const [least = null, most = null] = computed === null ? (bounds ?? []) : []
  const difference =
    stated === null || computed === null
      ? null
      : differenceOf(
          spotAt(row, filedColumn, bookFigure(stated, unit)),
          spotAt(row, computedColumn, bookFigure(computed, unit)),
          placesOf(unit, finer(shown).decimals),
        )
  return [
    textCell(source.deal.name),
    textCell(nameGroup(pool.loanGroup)),
    textCell(code ? `${nameFigure(id).name}, ${code}` : nameFigure(id).name),
    figureCell(stated, shown, { ink: 'filed' }, linkToPlace(source, at)),
    figureCell(computed, finer(shown), { ink: 'known' }),
    liveCell(difference, differenceFormat(unit, finer(shown).decimals)),
    figureCell(least, finer(shown), { ink: 'known' }),
    figureCell(most, finer(shown), { ink: 'known' }),
    textCell(kind),
    textCell(check?.outcome, check?.outcome === 'fail' ? { ink: 'fault', fill: 'fault' } : {}),
    figureCell(at?.line, { unit: 'years', decimals: 0 }, { ink: 'note' }, linkToPlace(source, at)),
  ]
}
