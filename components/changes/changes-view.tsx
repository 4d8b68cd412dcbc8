import { PageHead } from '@/components/sharing/page-head.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import { changesHref } from '@/lib/addresses/changes-address.ts'
import { findChanges } from '@/lib/distributions/index.ts'
import { formatCount } from '@/lib/format/index.ts'
import { byDate, type DealRecord, nameFiling, sayUndated } from '@/lib/library/index.ts'
import { stateOfTable, type TwoFilings } from '@/lib/server/changes-answer.ts'
import { ChangedFigures } from './changed-figures.tsx'
import { ChangedTable } from './changed-table.tsx'

type Props = {
  deal: DealRecord
  /** Null where the deal has one filing alone. */
  two: TwoFilings | null
  /** What is wrong with the address, as a sentence. */
  problem: string | null
}

/** Two filings of a deal held against each other: what the pool is known by, then every table row by row. */
export function ChangesView({ deal, two, problem }: Props) {
  return (
    <main id="main" tabIndex={-1} className="deal ask changes">
      <PrintHead
        name={`What changed in ${deal.name}`}
        url={two ? changesHref(deal.slug, two.from.sha256, two.to.sha256) : deal.url}
      />
      <div className="deal-top">
        <PageHead
          trail={[{ name: deal.name, href: deal.url }]}
          title={`What changed in ${deal.name}`}
          says={
            two && (
              <p>
                From the {nameFiling(two.from, deal)} to the {nameFiling(two.to, deal)}.{' '}
                {sayUndated([two.from, two.to], deal)}
              </p>
            )
          }
          actions={
            two && (
              <a
                className="button"
                href={changesHref(deal.slug, two.from.sha256, two.to.sha256, '/api/deals')}
              >
                JSON
              </a>
            )
          }
        />
      </div>
      {problem && (
        <section aria-label="The filings">
          <p role="alert" className="ask-problem">
            {problem}
          </p>
        </section>
      )}
      {two && <Changes deal={deal} two={two} />}
    </main>
  )
}

function Changes({ deal, two }: { deal: DealRecord; two: TwoFilings }) {
  const changes = findChanges(two.from.loaded.tables, two.to.loaded.tables)
  const same = changes.filter(change => stateOfTable(change) === 'same')
  return (
    <>
      <ChooseFilings deal={deal} two={two} />
      <ChangedFigures two={two} />
      {changes.length === 0 && (
        <p className="ask-impossible">Neither filing has a table that breaks down the pool.</p>
      )}
      {changes
        .filter(change => stateOfTable(change) !== 'same')
        .map(change => (
          <ChangedTable key={(change.to ?? change.from)?.id} change={change} two={two} deal={deal} />
        ))}
      {same.length > 0 && (
        <section className="changes-same" aria-label="Unchanged tables">
          <p>
            {same.length === 1 ? 'One table is' : `${formatCount(same.length)} tables are`} the same in both:{' '}
            {same.map(({ to }) => to?.title).join('; ')}.
          </p>
        </section>
      )}
    </>
  )
}

/** The deal's filings by date, of which two are chosen: a plain form. */
function ChooseFilings({ deal, two }: { deal: DealRecord; two: TwoFilings }) {
  const filings = byDate(deal.filings)
  return (
    <section aria-label="The filings">
      <form action={`/deals/${deal.slug}/changes`} className="ask-form">
        {(['from', 'to'] as const).map(side => (
          <label key={side} className="ask-edges">
            <span>{side === 'from' ? 'From' : 'To'}</span>
            <select name={side} defaultValue={two[side].sha256.slice(0, 12)}>
              {filings.map(filing => (
                <option key={filing.sha256} value={filing.sha256.slice(0, 12)}>
                  {nameFiling(filing, deal)}
                  {filing.stratifications === 0 ? ' (no tables)' : ''}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="button">
          Show
        </button>
        <a href={changesHref(deal.slug, two.to.sha256, two.from.sha256)}>The other way round</a>
      </form>
    </section>
  )
}
