import { filingHref } from '../../addresses/place-address.ts'
import { findFacts } from '../../evidence/deal-facts.ts'
import { nameFigure } from '../../pool/figure-names.ts'
import { findFigure, findPool } from '../../pool/find-figure.ts'
import { type BookCell, bandRow, headCell, type Sheet, textCell, wholeSheet } from './book.ts'
import { linkToPlace } from './book-source.ts'
import type { ComparedSource } from './compare-sheets.ts'
import { bookFigure, differenceFormat, figureCell, finer, placesOf } from './figures.ts'
import { differenceOf, liveCell, spotAt } from './live.ts'

const headRows = 3
type Row = (BookCell | null)[]

/** What each pool is known by and who its parties are, side by side, with how far each figure lies from the base. */
export function comparedSheet(pools: readonly ComparedSource[], base: number): Sheet {
  const others = pools.flatMap((_, order) => (order === base ? [] : [order]))
  const width = 1 + pools.length + others.length
  const figures = figureIds(pools).map((id, row) =>
    figureRow(pools, { id, base, others, row: headRows + 1 + row }),
  )
  return {
    name: 'Compared',
    rows: [
      [textCell('Compared', { bold: true, large: true })],
      [textCell(note, { ink: 'note', across: wholeSheet })],
      [
        headCell('Figure'),
        ...pools.map(({ name }) => headCell(name, 'right')),
        ...others.map(order =>
          headCell(`${pools[order]?.name ?? ''} less ${pools[base]?.name ?? ''}`, 'right'),
        ),
      ],
      bandRow('Pool', width),
      ...figures,
      bandRow('Filing', width),
      [
        textCell('Page'),
        ...pools.map(({ source }) => {
          const to = source.origin + filingHref(source.deal, source.report.file.sha256)
          return textCell(source.deal.name, { ink: 'filed', align: 'right' }, { to })
        }),
      ],
      ...factRows(pools),
    ],
    widths: [32, ...pools.map(() => 36), ...others.map(() => 22)],
    frozen: { rows: headRows, columns: 1 },
  }
}

const note =
  'Blue: as filed, each a link to its line. Grey: computed from the tables. What is no more than bounded stands on the sheet Figures.'

function figureIds(pools: readonly ComparedSource[]): string[] {
  return [
    ...new Set(
      pools.flatMap(({ source, loanGroup }) =>
        (findPool(source.report.pool, loanGroup)?.figures ?? []).map(({ id }) => id),
      ),
    ),
  ]
}

type Line = { id: string; base: number; others: readonly number[]; row: number }

function figureRow(pools: readonly ComparedSource[], { id, base, others, row }: Line): Row {
  const figures = pools.map(({ source, loanGroup }) =>
    findFigure(findPool(source.report.pool, loanGroup), id),
  )
  const spotOf = (order: number) => {
    const figure = figures[order]
    return figure === undefined || figure.value === null
      ? null
      : spotAt(row, 1 + order, bookFigure(figure.value, figure.unit))
  }
  return [
    textCell(nameFigure(id).name),
    ...figures.map((figure, order) => {
      if (!figure) return null
      const shown = { unit: figure.unit, decimals: figure.unit === 'cents' ? 2 : figure.decimals }
      const isFiled = figure.stated !== null
      const { source } = pools[order] ?? {}
      const link = source && isFiled ? linkToPlace(source, figure.at) : null
      return figureCell(
        figure.value,
        isFiled ? shown : finer(shown),
        { ink: isFiled ? 'filed' : 'known' },
        link,
      )
    }),
    ...others.map(order => {
      const [own, from, figure] = [spotOf(order), spotOf(base), figures[order]]
      if (!own || !from || !figure) return null
      const shown = finer({ unit: figure.unit, decimals: figure.unit === 'cents' ? 2 : figure.decimals })
      return liveCell(
        differenceOf(own, from, placesOf(shown.unit, shown.decimals)),
        differenceFormat(shown.unit, shown.decimals),
      )
    }),
  ]
}

/** What the covers say, a row for each thing that any of them names; the first where one names it more than once. */
function factRows(pools: readonly ComparedSource[]): Row[] {
  const facts = pools.map(({ source }) => findFacts(source.report.deal))
  const names = [...new Set(facts.flat().map(({ name }) => name))].filter(
    name => !/^(?:Item|Exhibit)/.test(name),
  )
  return names.map(name => [
    textCell(name),
    ...facts.map((own, order) => {
      const fact = own.find(one => one.name === name)
      const { source } = pools[order] ?? {}
      const look = { ink: 'filed', align: 'right' } as const
      return fact && source ? textCell(fact.value, look, linkToPlace(source, fact.at)) : null
    }),
  ])
}
