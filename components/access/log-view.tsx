import { actWords } from '@/lib/access/acts.ts'
import { formatShortDate } from '@/lib/format/index.ts'
import type { Act } from '@/lib/library/index.ts'
import { Crumbs } from '../shell/crumbs.tsx'

type Props = {
  acts: Act[]
  hasMore: boolean
  isFirst: boolean
  /** True where a provider says who people are, so that their sessions are Strata's to end. */
  mayEnd: boolean
}

/** What people did and were refused, the latest first. */
export function LogView({ acts, hasMore, isFirst, mayEnd }: Props) {
  return (
    <main id="main" tabIndex={-1} className="page">
      <Crumbs trail={[]} />
      <h1 className="text-2xl/8 font-bold tracking-tight">Who did what</h1>
      <p className="mb-4 max-w-[72ch] text-ink-2">
        Uploads, deletions, links, sign-ins and what was refused, the latest first; times are UTC.{' '}
        <a href="/share" className="underline underline-offset-2">
          All links that were made
        </a>
      </p>
      {mayEnd && <EndSessions />}
      {acts.length === 0 ? (
        <p className="border-y border-rule py-8 text-ink-2">Nothing is noted here.</p>
      ) : (
        <table className="records">
          <caption className="sr-only">What people did, the latest first</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">From</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {acts.map(act => (
              <tr key={act.id}>
                <td data-head="When">
                  <time dateTime={act.at}>
                    {formatShortDate(act.at.slice(0, 10))}, {act.at.slice(11, 19)}
                  </time>
                </td>
                <td data-head="Who">{act.who}</td>
                <td data-head="From">{act.client}</td>
                <td data-head="What">
                  <b className="font-semibold">{actWords[act.what]}</b>
                  {act.detail !== '' && <span className="block text-ink-2">{act.detail}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav aria-label="Pages of the log" className="mt-4 flex gap-2">
        {!isFirst && (
          <a href="/log" className="button">
            Latest
          </a>
        )}
        {hasMore && (
          <a href={`/log?before=${encodeURIComponent(acts.at(-1)?.id ?? '')}`} className="button">
            Earlier
          </a>
        )}
      </nav>
    </main>
  )
}

/** Whoever is named has to sign in again, wherever they are signed in. */
function EndSessions() {
  return (
    <form action="/api/sessions/end" method="post" className="link-form mb-4">
      <label htmlFor="who">End all sessions of</label>
      <input id="who" name="who" required maxLength={300} placeholder="As “Who” has it below" />
      <button type="submit" className="button">
        End them
      </button>
    </form>
  )
}
