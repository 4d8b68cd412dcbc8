import { largest } from '@/lib/extremes.ts'
import { formatCount, formatMeasureValue, formatMoney } from '@/lib/format/index.ts'
import type { SplitCell, SplitWithin } from '@/lib/tape/split-within.ts'
import { PrintedFigure } from '../table/printed-figure.tsx'
import type { SliceLinks } from './slice-links.ts'

type Props = { split: SplitWithin; links: SliceLinks }

/** Shades of the one accent, from none to the fullest. */
const shades = 5

/** One way to sort within another: as a matrix, shaded by balance, and as rows. */
export function SplitMatrix({ split, links }: Props) {
  const { rows, columns, shows, columnLabels, lines, totals, total } = split
  const most = Math.max(
    1,
    largest(lines.flatMap(({ cells }) => cells.map(({ balanceCents }) => balanceCents))),
  )
  const figure = (cell: SplitCell) => <Figure cell={cell} shows={shows} />
  return (
    <>
      <section
        className="strat-scroll scrolls slice-matrix-box"
        tabIndex={0}
        aria-label="Matrix, scrolls sideways"
      >
        <table className="strat slice-matrix">
          <caption>
            {shows.name}: {rows.name} down, {columns.name} across. Cells are shaded by their balance.
          </caption>
          <thead>
            <tr>
              <th scope="col">{rows.name}</th>
              {columnLabels.map(label => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
              <th scope="col">Total</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr key={line.label} className={line.code === 'other' ? 'residual' : undefined}>
                <th scope="row">{line.label}</th>
                {line.cells.map((cell, order) => (
                  <td key={columnLabels[order]} className={shadeOf(cell, most)} title={titleOf(cell)}>
                    {figure(cell)}
                  </td>
                ))}
                <td className="slice-total">{figure(line.total)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              {totals.map((cell, order) => (
                <td key={columnLabels[order]}>{figure(cell)}</td>
              ))}
              <td className="slice-total">{figure(total)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <details className="slice-rows">
        <summary className="action">The same as rows</summary>
        <SplitRows split={split} />
      </details>
      <a className="action" href={links.csvOf('within')} download>
        Take it along as CSV
      </a>
    </>
  )
}

function shadeOf({ balanceCents }: SplitCell, most: number): string {
  return balanceCents === 0 ? 'heat-0' : `heat-${Math.max(1, Math.ceil((balanceCents / most) * shades))}`
}

const titleOf = ({ loans, balanceCents, balancePct }: SplitCell) =>
  loans === 0
    ? 'No loans'
    : `${formatCount(loans)} ${loans === 1 ? 'loan' : 'loans'}, $${formatMoney(balanceCents)}, ${balancePct?.toFixed(2)}%`

function Figure({ cell: { loans, shown }, shows }: { cell: SplitCell; shows: SplitWithin['shows'] }) {
  if (loans === 0) return <span className="slice-empty">·</span>
  const text = formatMeasureValue(shown, shows.unit, shows.decimals)
  return shows.unit === 'cents' && shown !== null ? <PrintedFigure text={text} /> : text
}

/** The same pair by pair: loans, balance, its percent, and the average where cells show one. */
function SplitRows({ split: { rows, columns, shows, columnLabels, lines, total } }: { split: SplitWithin }) {
  const row = (label: string, within: string, cell: SplitCell, isSum: boolean) => (
    <tr key={`${label} ${within}`} className={isSum ? 'slice-sum' : undefined}>
      <th scope="row">{label}</th>
      <td className="slice-label">{within}</td>
      <td>{formatCount(cell.loans)}</td>
      <td>
        <PrintedFigure text={formatMoney(cell.balanceCents)} />
      </td>
      <td>{cell.balancePct?.toFixed(2) ?? '–'}</td>
      {shows.isAverage && <td>{formatMeasureValue(cell.shown, shows.unit, shows.decimals)}</td>}
    </tr>
  )
  return (
    <section className="strat-scroll scrolls" tabIndex={0} aria-label="Rows, scroll sideways">
      <table className="strat slice-as-rows">
        <thead>
          <tr>
            <th scope="col">{rows.name}</th>
            <th scope="col" className="slice-label">
              {columns.name}
            </th>
            <th scope="col">Loans</th>
            <th scope="col">Balance, $</th>
            <th scope="col">% of balance</th>
            {shows.isAverage && <th scope="col">{shows.name}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.flatMap(line => [
            ...line.cells.flatMap((cell, order) =>
              cell.loans > 0 ? [row(line.label, columnLabels[order] ?? '', cell, false)] : [],
            ),
            row(line.label, 'Total', line.total, true),
          ])}
        </tbody>
        <tfoot>{row('Total', '', total, false)}</tfoot>
      </table>
    </section>
  )
}
