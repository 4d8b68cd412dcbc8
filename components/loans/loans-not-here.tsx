import { Message } from '@/components/shell/message.tsx'
import type { DealRecord } from '@/lib/library/index.ts'

/** Where a filing has no loans to show, with status 404 (lib/server/finish-page.ts): why, as far as the reader knows. */
export function LoansNotHere({ deal, why }: { deal: DealRecord; why: readonly string[] }) {
  return (
    <Message title="No loans to show">
      <template data-missing="" />
      {why.length > 0 ? (
        why.map(one => (
          <p key={one} className="mt-3 text-sm/6 text-ink-2">
            {one}
          </p>
        ))
      ) : (
        <p className="mt-3 text-sm/6 text-ink-2">
          <b className="font-semibold text-ink">{deal.name}</b> is here, but its filing lists no loans one by
          one. Loans come with a loan-level exhibit (EX-102 of Form ABS-EE).
        </p>
      )}
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
