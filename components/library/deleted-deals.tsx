import { formatBytes, formatCount, formatDate } from '@/lib/format/index.ts'
import { type BinnedDeal, binDays } from '@/lib/library/deal-changes.ts'
import { Message } from '../shell/message.tsx'

/** The day of an instant, in words. */
const dayOf = (instant: string) => formatDate(instant.slice(0, 10))

/** A plain form that brings deals back. */
function Restore({ deals, children }: { deals: readonly BinnedDeal[]; children: string }) {
  return (
    <form action="/api/bin/restore" method="post">
      {deals.map(({ slug }) => (
        <input key={slug} type="hidden" name="deals" value={slug} />
      ))}
      <button type="submit" className="button">
        {children}
      </button>
    </form>
  )
}

/** What was just deleted, by the instant that the address has after it, and the way back; nothing once that was gone. */
export function DeletedToast({ deletedAt, bin }: { deletedAt: string | undefined; bin: BinnedDeal[] }) {
  const deals = bin.filter(deal => deal.deletedAt === deletedAt)
  const [only] = deals
  if (only === undefined) return null
  return (
    <div role="status" className="toast">
      <p>
        {deals.length === 1
          ? `${only.isWhole ? only.name : `A filing of ${only.name}`} was deleted.`
          : `${formatCount(deals.length)} deals were deleted.`}
      </p>
      <form action="/api/bin/restore" method="post">
        {deals.map(({ slug }) => (
          <input key={slug} type="hidden" name="deals" value={slug} />
        ))}
        <input type="hidden" name="at" value={deletedAt} />
        <button type="submit">Undo</button>
      </form>
      <a href="/">Close</a>
    </div>
  )
}

/** The way to what was deleted, where anything was. */
export function BinLink({ bin }: { bin: readonly BinnedDeal[] }) {
  if (bin.length === 0) return null
  return (
    <p className="mt-6">
      <a href="/deleted" className="inline-block py-1 text-ink-2">
        Recently deleted ({formatCount(bin.length)})
      </a>
    </p>
  )
}

/** What stands at the address of a deal that was deleted; the template makes it a page with status 404 (lib/server/finish-page.ts). */
export function DeletedDeal({ deal }: { deal: BinnedDeal }) {
  return (
    <Message title="This deal was deleted">
      <template data-missing="" />
      <p className="mt-3 text-sm/6 text-ink-2">
        <b className="font-semibold text-ink">{deal.name}</b> was deleted on {dayOf(deal.deletedAt)}. It can
        be brought back, with its filings, notes and this address, until {dayOf(deal.erasedOn)}; then it is
        removed for good.
      </p>
      <div className="mt-6 flex flex-wrap gap-2">
        <Restore deals={[deal]}>Bring it back</Restore>
        <a href="/deleted" className="button">
          Recently deleted
        </a>
        <a href="/" className="button">
          All deals
        </a>
      </div>
    </Message>
  )
}

/** Everything in the bin, each with the way back and the way out. */
export function DeletedDeals({ bin }: { bin: BinnedDeal[] }) {
  if (bin.length === 0)
    return <p className="border-y border-rule py-12 text-center text-ink-2">Nothing was deleted lately.</p>
  return (
    <>
      <table className="bin">
        <caption className="sr-only">Deleted deals, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">Deal</th>
            <th scope="col">Filings</th>
            <th scope="col">Deleted</th>
            <th scope="col">Removed for good</th>
            <th scope="col">
              <span className="sr-only">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bin.map(deal => (
            <BinRow key={deal.slug} deal={deal} />
          ))}
        </tbody>
      </table>
      <details className="erase mt-6">
        <summary className="button">Empty the bin…</summary>
        <Erase deals={bin} />
      </details>
    </>
  )
}

/** Asks once more, since there is no way back, and says what goes. */
function Erase({ deals }: { deals: readonly BinnedDeal[] }) {
  const bytes = deals.reduce((sum, deal) => sum + deal.bytes, 0)
  const what = deals.length === 1 ? deals[0]?.name : `all ${formatCount(deals.length)} deals`
  return (
    <form action="/api/bin/erase" method="post">
      {deals.map(({ slug }) => (
        <input key={slug} type="hidden" name="deals" value={slug} />
      ))}
      <p>
        Remove {what} for good, {formatBytes(bytes)} of filings? This cannot be undone.
      </p>
      <button type="submit" className="button">
        Remove for good
      </button>
    </form>
  )
}

function BinRow({ deal }: { deal: BinnedDeal }) {
  const { slug, name, filings, bytes, isWhole, deletedAt, erasedOn } = deal
  return (
    <tr>
      <th scope="row">
        {name}
        {!isWhole && (
          <span className="block text-xs/4 text-ink-3">
            Other filings of it are in <a href={`/deals/${slug}`}>the library</a>
          </span>
        )}
      </th>
      <td>
        {formatCount(filings)} <span className="text-ink-3">({formatBytes(bytes)})</span>
      </td>
      <td>{dayOf(deletedAt)}</td>
      <td>{dayOf(erasedOn)}</td>
      <td>
        <div className="bin-actions">
          <Restore deals={[deal]}>Bring back</Restore>
          <details className="erase">
            <summary className="text-button">
              Remove now…<span className="sr-only"> {name}</span>
            </summary>
            <Erase deals={[deal]} />
          </details>
        </div>
      </td>
    </tr>
  )
}

/** How long deleted deals can be brought back, in words. */
export const keptInBin = `Deleted deals can be brought back for ${binDays} days. Then they are removed for good, the bytes of their filings too.`
