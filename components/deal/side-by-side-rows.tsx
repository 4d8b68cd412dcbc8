'use client'

import { CrossIcon } from '@/components/shell/icons.tsx'
import { placeHref } from '@/lib/evidence/place-address.ts'
import { absent } from '@/lib/format/numbers.ts'
import type { PackedCell } from '../table/packed-rows.ts'
import { PrintedFigure } from '../table/printed-figure.tsx'
import type { PackedSide, SideRow } from './pack-side-by-side.ts'

type Props = {
  packed: string
  /** Address of the filing's own page, where the figures' places are. */
  filing: string
  /** The measure that is shown until the page's switch chooses another. */
  start: string
}

/**
 * The aligned rows of loan groups. A cell holds the figures of all measures, of which style shows the one that the page's
 * switch chose (`html[data-measure]`), all of them where no script runs.
 */
export function SideBySideRows({ packed, ...shared }: Props) {
  const { rows, total, measures }: PackedSide = JSON.parse(packed)
  return (
    <>
      <tbody>
        {rows.map(row => (
          <Row key={row[0]} row={row} measures={measures} {...shared} />
        ))}
      </tbody>
      {total && (
        <tfoot>
          <Row row={total} measures={measures} {...shared} />
        </tfoot>
      )}
    </>
  )
}

type RowProps = Omit<Props, 'packed'> & { row: SideRow; measures: string[] }

function Row({ row: [label, ...groups], measures, filing, start }: RowProps) {
  const cells = groups.map((figures, group) => ({ key: `group ${group}`, figures }))
  return (
    <tr>
      <th scope="row">{label}</th>
      {cells.map(({ key, figures }) => (
        <td key={key}>
          {figures === 0
            ? absent
            : measures.map((measure, index) => (
                <span key={measure} className={`m-${measure}${measure === start ? ' m-start' : ''}`}>
                  <Figure cell={figures[index] ?? 0} filing={filing} />
                </span>
              ))}
        </td>
      ))}
    </tr>
  )
}

function Figure({ cell, filing }: { cell: PackedCell; filing: string }) {
  if (cell === 0) return absent
  const [text, at, says] = cell
  const figure = (
    <>
      {says && (
        <span role="img" aria-label={`A check fails: ${says}.`} title={says}>
          <CrossIcon size={11} />
        </span>
      )}
      <PrintedCents text={text} />
    </>
  )
  const className = says && 'fails'
  if (!at) return <b className={className}>{figure}</b>
  return (
    <a className={className} href={placeHref(filing, at)} data-at={at}>
      {figure}
    </a>
  )
}

/** Balances have their cents in grey; shares and counts are one figure. */
function PrintedCents({ text }: { text: string }) {
  return text.includes(',') && text.includes('.') ? <PrintedFigure text={text} /> : text
}
