import { OutcomeIcon } from '@/components/ledger/outcome.tsx'
import { PageHead } from '@/components/sharing/page-head.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import { filingHref, sourceHref } from '@/lib/addresses/place-address.ts'
import { tiedHref } from '@/lib/addresses/tied-address.ts'
import { formatCount, formatCountOf, formatDate } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import { countOutcome, type LoadedTied, type TiedFiling } from '@/lib/server/load-tied.ts'
import { TiedTableView } from './tied-table-view.tsx'

type Props = { deal: DealRecord; loaded: LoadedTied }

/** What a deal prints held against its loans, filing by filing and table by table. */
export function TiedView({ deal, loaded }: Props) {
  const { filings, left } = loaded
  return (
    <main id="main" tabIndex={-1} className="deal ask tied">
      <PrintHead name={`${deal.name}: print held against the loans`} url={tiedHref(deal.slug)} />
      <div className="deal-top">
        <PageHead
          trail={[{ name: deal.name, href: deal.url }]}
          title="Print held against the loans"
          says={
            <p>
              {filings.length > 0 && <OutcomeIcon passes={loaded.differ === 0} />} {sayTied(loaded)}
            </p>
          }
          actions={
            <a className="button" href={tiedHref(deal.slug, '/api/deals')}>
              JSON
            </a>
          }
        />
      </div>
      {filings.map(one => (
        <FilingTied key={one.filing.sha256} deal={deal} tied={one} />
      ))}
      {left.length > 0 && (
        <section aria-label="Filings left out">
          <p className="ask-amounts">
            Not held against the loans, for they are too long or too many to be opened at once:{' '}
            {left.join(', ')}.
          </p>
        </section>
      )}
    </main>
  )
}

/** > 118 of 121 printed figures agree with the loans; 3 do not. */
export function sayTied({ filings, tied, differ }: LoadedTied): string {
  if (filings.length === 0)
    return 'This deal has no filing that prints tables beside one that holds its loans, so there is nothing to compare.'
  if (tied + differ === 0) return 'No printed figure could be compared with the loans; each table says why.'
  if (differ === 0)
    return tied === 1
      ? 'The one printed figure that could be compared agrees with the loans.'
      : `All ${formatCount(tied)} printed figures that could be compared agree with the loans.`
  return `${formatCount(tied)} of ${formatCount(tied + differ)} printed figures agree with the loans; ${formatCount(differ)} ${differ === 1 ? 'does' : 'do'} not.`
}

function FilingTied({ deal, tied }: { deal: DealRecord; tied: TiedFiling }) {
  const { filing, name, tape, tables } = tied
  const id = `filing-${filing.sha256.slice(0, 8)}`
  const failed = countOutcome(tables, 'fail')
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        Printed in the <a href={filingHref(deal, filing.sha256)}>{name}</a>
      </h2>
      <p className="ask-amounts">
        Held against the <a href={filingHref(deal, tape.sha256)}>{tape.name}</a>
        {tape.tape.asOf && `, period to ${formatDate(tape.tape.asOf)}`}:{' '}
        {formatCountOf(tables.length, 'table')},{' '}
        {failed === 0
          ? 'no figure differs'
          : `${formatCountOf(failed, 'figure')} ${failed === 1 ? 'differs' : 'differ'}`}
        . Each row counts the loans of its own range or name.{' '}
        <a href={sourceHref(deal.slug, filing.sha256)}>The filing as printed</a>
      </p>
      {tables.map(one => (
        <TiedTableView key={one.table.id} deal={deal} sha256={filing.sha256} tied={one} />
      ))}
    </section>
  )
}
