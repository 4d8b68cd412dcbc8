import type { DealRecord } from '@/lib/library/index.ts'
import { Message } from '../shell/message.tsx'

/** In the place of similar pools, where the deal's own tables are too long to be held against others. */
export function TooLong({ deal }: { deal: DealRecord }) {
  return (
    <Message title="Its tables are too long to be compared">
      <p className="mt-3 text-sm/6 text-ink-2">
        <b className="font-semibold text-ink">{deal.name}</b> prints lists as long as a list of loans. Strata
        holds the tables of pools against each other, up to some ten thousand rows.
      </p>
      <p className="mt-6">
        <a href={deal.url} className="button button-strong">
          All tables of the deal
        </a>
      </p>
    </Message>
  )
}
