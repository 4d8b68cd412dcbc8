import { formatDate } from '@/lib/format/index.ts'
import type { SharedLink } from '@/lib/library/index.ts'
import { linkDays } from '@/lib/server/link-answers.ts'
import { Crumbs } from '../shell/crumbs.tsx'
import { CopyMade } from './copy-made.tsx'

type Shared = { address: string; kind: 'deal' | 'comparison' | 'search'; name: string }

type Props = {
  /** What can be shared here; null for all links that there are. */
  shared: Shared | null
  /** The link that was just made, which is shown this once. */
  madeUrl: string | null
  links: SharedLink[]
  /** The present instant. */
  now: string
}

const opens: Record<Shared['kind'], string> = {
  deal: 'It opens this deal: all its pages with tables, notes and tags, its filings as they were uploaded, and what can be taken along of it.',
  comparison:
    'It opens these deals side by side, in every dimension, and what can be taken along of that; not the pages of the deals.',
  search:
    'It opens the list of what this search finds now and later, and the same as JSON; not the pages of the deals in it.',
}

/** Links that need no account: the way to make one, and those that were made. */
export function ShareView({ shared, madeUrl, links, now }: Props) {
  return (
    <main id="main" tabIndex={-1} className="page">
      <Crumbs trail={shared ? [{ name: wordKind(shared), href: shared.address }] : []} />
      <h1 className="text-2xl/8 font-bold tracking-tight">{shared ? 'Share' : 'Links that were made'}</h1>
      {shared && (
        <>
          <p className="mt-1 max-w-[72ch] [overflow-wrap:anywhere]">{shared.name}</p>
          <p className="mt-3 max-w-[72ch] text-ink-2">
            Whoever has a link needs no account. {opens[shared.kind]} Nothing can be changed with it.
          </p>
          {madeUrl && <Made url={madeUrl} />}
          <MakeLink address={shared.address} />
          <h2 className="mt-8 mb-2 text-base/6 font-semibold">Links that were made</h2>
        </>
      )}
      <Links links={links} now={now} isOfAll={shared === null} />
    </main>
  )
}

function wordKind({ kind, name }: Shared): string {
  if (kind === 'deal') return name
  return kind === 'comparison' ? 'Comparison' : 'Search'
}

/** Only its hash is kept, so it cannot be shown again. */
function Made({ url }: { url: string }) {
  return (
    <div role="status" className="link-made">
      <label htmlFor="made">The link. Copy it now: it is not shown again.</label>
      <div>
        <input id="made" readOnly value={url} />
        <CopyMade url={url} />
      </div>
    </div>
  )
}

function MakeLink({ address }: { address: string }) {
  return (
    <form action="/api/links" method="post" className="link-form">
      <input type="hidden" name="address" value={address} />
      <label htmlFor="days">Opens for</label>
      <select id="days" name="days" defaultValue="30">
        {linkDays.map(days => (
          <option key={days} value={days}>
            {wordDays(days)}
          </option>
        ))}
        <option value="">as long as nobody withdraws it</option>
      </select>
      <button type="submit" className="button button-strong">
        Make a link
      </button>
    </form>
  )
}

function wordDays(days: number): string {
  if (days === 365) return 'a year'
  return days === 1 ? 'a day' : `${days} days`
}

function Links({ links, now, isOfAll }: { links: SharedLink[]; now: string; isOfAll: boolean }) {
  if (links.length === 0) return <p className="border-y border-rule py-8 text-ink-2">No link was made yet.</p>
  return (
    <table className="records">
      <caption className="sr-only">Links, the latest first</caption>
      <thead>
        <tr>
          {isOfAll && <th scope="col">Opens</th>}
          <th scope="col">Made</th>
          <th scope="col">By</th>
          <th scope="col">Opens until</th>
          <th scope="col">
            <span className="sr-only">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map(link => (
          <tr key={link.id}>
            {isOfAll && (
              <td>
                <a href={link.address}>{link.name}</a>
              </td>
            )}
            <td data-head="Made">{formatDate(link.madeAt.slice(0, 10))}</td>
            <td data-head="By">{link.madeBy}</td>
            <td data-head="Opens until">{wordEnd(link, now)}</td>
            <td>{isOpen(link, now) && <Withdraw link={link} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function isOpen({ expiresAt, withdrawnAt }: SharedLink, now: string): boolean {
  return withdrawnAt === null && (expiresAt === null || expiresAt > now)
}

function wordEnd({ expiresAt, withdrawnAt, withdrawnBy }: SharedLink, now: string): string {
  if (withdrawnAt !== null) return `Withdrawn on ${formatDate(withdrawnAt.slice(0, 10))} by ${withdrawnBy}`
  if (expiresAt === null) return 'It is withdrawn'
  const day = formatDate(expiresAt.slice(0, 10))
  return expiresAt > now ? day : `Expired on ${day}`
}

function Withdraw({ link: { id, madeAt } }: { link: SharedLink }) {
  return (
    <form action={`/api/links/${id}/withdraw`} method="post">
      <button type="submit" className="button">
        Withdraw<span className="sr-only"> the link of {formatDate(madeAt.slice(0, 10))}</span>
      </button>
    </form>
  )
}
