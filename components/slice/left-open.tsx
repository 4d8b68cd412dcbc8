import { formatCount, formatWithUnit } from '@/lib/format/index.ts'
import type { LoadedSlice } from '@/lib/server/slice-answer.ts'
import type { Counted } from '@/lib/tape/filter-loans.ts'
import type { SliceLinks } from './slice-links.ts'

const sayLoans = ({ loans, balanceCents }: Counted) =>
  `${formatCount(loans)} ${loans === 1 ? 'loan' : 'loans'}, ${formatWithUnit(balanceCents, 'cents', 2)}`

/** The loans that filters leave open: they do not tell what is asked for, or are several things at once. */
export function LeftOpen({ loaded: { slice }, links }: { loaded: LoadedSlice; links: SliceLinks }) {
  const { byFilter } = slice.filtered
  const { filters } = links.state
  const without = (order: number) => filters.filter((_, other) => other !== order)
  const lines = byFilter.flatMap(({ filter: { by }, untold, several }, order) => [
    ...(untold.loans > 0
      ? [
          {
            key: `lacks ${by.key} ${order}`,
            order,
            is: 'lacks',
            by,
            says: `${sayLoans(untold)}, do not tell it`,
          },
        ]
      : []),
    ...(several.loans > 0
      ? [
          {
            key: `several ${by.key} ${order}`,
            order,
            is: 'several',
            by,
            says: `${sayLoans(several)}, have several`,
          },
        ]
      : []),
  ])
  if (lines.length === 0) return null
  return (
    <ul className="slice-open" aria-label="Loans that neither match nor are ruled out">
      {lines.map(({ key, order, is, by, says }) => (
        <li key={key}>
          {by.name}: {says}; they are not among these.{' '}
          <a href={links.hrefOf({ filters: [...without(order), [[is, by.key]]] })} data-soft>
            Show them
          </a>
        </li>
      ))}
    </ul>
  )
}
