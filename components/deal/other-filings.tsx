import { CheckIcon, CrossIcon, WarningIcon } from '@/components/shell/icons.tsx'
import { changesHref } from '@/lib/addresses/changes-address.ts'
import { filingHref, listHref, sourceHref } from '@/lib/addresses/place-address.ts'
import { formatCount, formatOutcome } from '@/lib/format/index.ts'
import { byDate, type DealRecord, type FilingSummary, nameFiling, sayUndated } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'

/** More filings than this are folded away; than that, the others are on pages of their own. */
const mostOpen = 6
const mostShown = 40
/** So many filings with failing checks are named before the list. */
const mostNamed = 3

/** What the library knows of the filing that a page shows. */
export function filingShown({ filings }: DealRecord, { file }: FilingReport): FilingSummary | undefined {
  return filings.find(({ sha256 }) => sha256 === file.sha256)
}

/**
 * The filings of a deal that has several: which of them the page shows, what each holds, and the way to the page of each.
 * Where checks fail in another than the one shown, that is said first. By links alone.
 */
export function OtherFilings({ deal, shown }: { deal: DealRecord; shown: string }) {
  const { filings } = deal
  if (filings.length < 2) return null
  const own = filings.find(({ sha256 }) => sha256 === shown)
  const listed = filings.slice(0, mostShown)
  const list = (
    <>
      <FilingList
        deal={deal}
        shown={shown}
        filings={own && !listed.includes(own) ? [own, ...listed] : listed}
      />
      {filings.length > mostShown && (
        <p className="show-all">
          <a href={listHref(deal.url, 'filings')}>Show all {formatCount(filings.length)} filings</a>
        </p>
      )}
    </>
  )
  return (
    <nav className="filings" aria-label="Filings of this deal">
      <FailingElsewhere deal={deal} shown={shown} />
      <WhatChanged deal={deal} shown={shown} />
      {filings.length > mostOpen ? (
        <details>
          <summary>
            This deal has {formatCount(filings.length)} filings. Shown here: {own && nameFiling(own, deal)}
          </summary>
          {list}
        </details>
      ) : (
        <>
          <p>This deal has {formatCount(filings.length)} filings; the page shows one at a time.</p>
          {list}
        </>
      )}
    </nav>
  )
}

/** The way to what changed between the filing shown and the others that have tables. */
function WhatChanged({ deal, shown }: { deal: DealRecord; shown: string }) {
  const filings = byDate(deal.filings).filter(({ stratifications }) => stratifications > 0)
  const at = filings.findIndex(({ sha256 }) => sha256 === shown)
  const [before, after] =
    at < 0
      ? filings.slice(-2)
      : [filings[at - 1] ?? filings[at], filings[at - 1] ? filings[at] : filings[at + 1]]
  if (!before || !after) return null
  return (
    <p>
      <a href={changesHref(deal.slug, before.sha256, after.sha256)} className="filings-changes">
        What changed from the {nameFiling(before, deal)} to the {nameFiling(after, deal)}
      </a>{' '}
      {sayUndated([before, after], deal)}
    </p>
  )
}

/** The filings of the deal in which checks fail, other than the one shown: what fails there is not on this page. */
function FailingElsewhere({ deal, shown }: { deal: DealRecord; shown: string }) {
  const failing = deal.filings.filter(({ sha256, checks }) => checks.failed > 0 && sha256 !== shown)
  if (failing.length === 0) return null
  const more = failing.length - mostNamed
  return (
    <p className="filings-fail">
      <WarningIcon size={14} />
      <span>
        Checks fail in {failing.length === 1 ? 'another filing' : 'other filings'} of this deal:{' '}
        {failing.slice(0, mostNamed).map((filing, index) => (
          <span key={filing.sha256}>
            {index > 0 && '; '}
            <a href={filingHref(deal, filing.sha256)}>{nameFiling(filing, deal)}</a>, {sayChecks(filing)}
          </span>
        ))}
        {more > 0 && `; and ${formatCount(more)} more`}
      </span>
    </p>
  )
}

type ListProps = {
  deal: DealRecord
  filings: FilingSummary[]
  /** SHA-256 of the one that the page shows; null where it shows none. */
  shown: string | null
}

/** Filings with what they hold, each the way to its page and to its lines. */
export function FilingList({ deal, filings, shown }: ListProps) {
  return (
    <ul className="filing-list">
      {byDate(filings).map(filing => (
        <li key={filing.sha256}>
          {filing.sha256 === shown ? (
            <b aria-current="page">{nameFiling(filing, deal)}</b>
          ) : (
            <a href={filingHref(deal, filing.sha256)}>{nameFiling(filing, deal)}</a>
          )}
          {filing.sha256 === shown && <span className="filing-shown">shown here</span>}
          <span>{sayTables(filing)}</span>
          <Checks filing={filing} />
          <a href={sourceHref(deal.slug, filing.sha256)}>
            as printed<span className="sr-only">: {nameFiling(filing, deal)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Checks({ filing }: { filing: FilingSummary }) {
  const { passed, failed } = filing.checks
  if (passed + failed === 0) return null
  return (
    <span className={failed > 0 ? 'filing-fails' : undefined}>
      {failed > 0 ? <CrossIcon size={12} /> : <CheckIcon size={12} className="text-pass" />}
      {sayChecks(filing)}
    </span>
  )
}

function sayTables({ stratifications }: FilingSummary): string {
  if (stratifications === 0) return 'no tables'
  return stratifications === 1 ? 'one table' : `${formatCount(stratifications)} tables`
}

/** > all 9 checks pass    2 of 9 checks fail */
function sayChecks({ checks }: FilingSummary): string {
  return formatOutcome(checks)
}
