import type { SliceParameters } from '@/lib/addresses/slice-address.ts'
import { formatCount, formatWithUnit } from '@/lib/format/index.ts'
import type { LoadedSlice } from '@/lib/server/slice-answer.ts'
import type { Counted } from '@/lib/tape/filter-loans.ts'
import { type LoanFilter, printLoanFilter } from '@/lib/tape/filters.ts'
import type { SliceLinks } from './slice-links.ts'

const sayLoans = ({ loans, balanceCents }: Counted) =>
  `${formatCount(loans)} ${loans === 1 ? 'loan' : 'loans'}, ${formatWithUnit(balanceCents, 'cents', 2)}`

/** The filter that shows the loans of which another cannot judge, since they have several. */
const showsSeveral = (filter: LoanFilter, { columns }: LoadedSlice): SliceParameters =>
  'names' in filter ? printLoanFilter({ ...filter, is: 'partly' }, columns) : [['several', filter.by.key]]

/** The loans that filters leave open: they do not tell what is asked for, or are several things at once. */
export function LeftOpen({ loaded, links }: { loaded: LoadedSlice; links: SliceLinks }) {
  const { byFilter } = loaded.slice.filtered
  const { filters } = links.state
  const without = (order: number) => filters.filter((_, other) => other !== order)
  const lines = byFilter.flatMap(({ filter, untold, several }, order) => [
    ...(untold.loans > 0
      ? [
          {
            name: filter.by.name,
            order,
            shows: [['lacks', filter.by.key]] satisfies SliceParameters,
            says: `${sayLoans(untold)}, do not tell it`,
          },
        ]
      : []),
    ...(several.loans > 0
      ? [
          {
            name: filter.by.name,
            order,
            shows: showsSeveral(filter, loaded),
            says: `${sayLoans(several)}, have several${'names' in filter ? ', not all of them asked for' : ''}`,
          },
        ]
      : []),
  ])
  if (lines.length === 0) return null
  return (
    <ul className="slice-open" aria-label="Loans that neither match nor are ruled out">
      {lines.map(({ name, order, shows, says }) => (
        <li key={`${order} ${says}`}>
          {name}: {says}; they are not among these.{' '}
          <a href={links.hrefOf({ filters: [...without(order), shows] })} data-soft>
            Show them
          </a>
        </li>
      ))}
    </ul>
  )
}
