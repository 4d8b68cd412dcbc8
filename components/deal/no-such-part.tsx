import type { DealRecord } from '@/lib/library/index.ts'
import { Message } from '../shell/message.tsx'

/** An address of a deal that is here, of a table, a page or a filing that it does not have; with status 404 (lib/server/finish-page.ts). */
export function NoSuchPart({ deal }: { deal: DealRecord }) {
  return (
    <Message title="The deal has no such page">
      <template data-missing="" />
      <p className="mt-3 text-sm/6 text-ink-2">
        <b className="font-semibold text-ink">{deal.name}</b> is here, but not what this address asks of it.
        The link may be mistyped, its filing may have been deleted, or the table may have gone by another name
        when the link was made.
      </p>
      <p className="mt-6 flex flex-wrap gap-2">
        <a href={deal.url} className="button button-strong">
          All tables of the deal
        </a>
        <a href="/" className="button">
          All deals
        </a>
      </p>
    </Message>
  )
}
