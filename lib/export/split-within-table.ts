import type { SplitCell, SplitWithin } from '../tape/split-within.ts'
import { type Cell, type ExportTable, figureCell, textCell, withUnit } from './export-table.ts'

/** One way to sort loans within another as a plain table: a row for each pair that has loans, and the sums at both ends. */
export function splitWithinTable({
  rows,
  columns,
  shows,
  columnLabels,
  lines,
  totals,
  total,
}: SplitWithin): ExportTable {
  const figures = ({ loans, balanceCents, balancePct, shown }: SplitCell): Cell[] => [
    figureCell(loans, 'count', 0),
    figureCell(balanceCents, 'cents', 2),
    figureCell(balancePct, 'percent', 2),
    ...(shows.isAverage ? [figureCell(shown, shows.unit, shows.decimals)] : []),
  ]
  const row = (label: string, within: string, cell: SplitCell): Cell[] => [
    { text: label },
    textCell(within),
    ...figures(cell),
  ]
  return {
    headers: [
      rows.name,
      columns.name,
      'Number of loans',
      withUnit('Balance', 'cents'),
      withUnit('Percent of balance', 'percent'),
      ...(shows.isAverage ? [withUnit(shows.name, shows.unit)] : []),
    ],
    rows: [
      ...lines.flatMap(line => [
        ...line.cells.flatMap((cell, order) =>
          cell.loans > 0 ? [row(line.label, columnLabels[order] ?? '', cell)] : [],
        ),
        row(line.label, 'Total', line.total),
      ]),
      ...totals.map((cell, order) => row('Total', columnLabels[order] ?? '', cell)),
      row('Total', 'Total', total),
    ],
  }
}
