import { Figure, OutcomeIcon } from '@/components/ledger/outcome.tsx'
import { sourceHref } from '@/lib/addresses/place-address.ts'
import { formatCount, formatCountOf } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import { nameMeasure, nameRow, titleTable } from '@/lib/names/names.ts'
import type { Check } from '@/lib/report.ts'
import { sayNotCompared, type TiedTable } from '@/lib/tape/tie/index.ts'
import { formatCheck } from '@/lib/words/check-figures.ts'

type Props = { deal: DealRecord; sha256: string; tied: TiedTable }

/** A printed table: how many of its figures agree, those that do not row by row, and what was not compared. */
export function TiedTableView({ deal, sha256, tied }: Props) {
  const { table, checks, reason, left, pool } = tied
  const differing = checks.filter(({ outcome }) => outcome === 'fail')
  const passed = checks.length - differing.length
  return (
    <div
      className={differing.length > 0 ? 'tied-table fails' : 'tied-table'}
      id={`${sha256.slice(0, 8)}-${table.id}`}
    >
      <h3>
        <a href={sourceHref(deal.slug, sha256, table.at)}>{titleTable(table)}</a>
      </h3>
      <p>
        {reason ? (
          <>
            <b>Not comparable.</b> {sayNotCompared(reason)}
          </>
        ) : (
          <>
            <OutcomeIcon passes={differing.length === 0} />{' '}
            {differing.length === 0
              ? `All ${formatCountOf(passed, 'figure')} agree`
              : `${formatCount(passed)} of ${formatCountOf(checks.length, 'figure')} agree`}
            {pool && `; loans count with their ${pool.balance.name}`}
            {pool && !pool.isSameBalance && ', which does not come to the printed balance'}.
          </>
        )}
      </p>
      {differing.length > 0 && <Differences deal={deal} sha256={sha256} tied={tied} checks={differing} />}
      {left.length > 0 && (
        <ul className="tied-left">
          {left.map(one => (
            <li key={JSON.stringify(one)}>{sayNotCompared(one)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Differences({ deal, sha256, tied: { table }, checks }: Props & { checks: readonly Check[] }) {
  return (
    <section className="scrolls" tabIndex={0} aria-label={`Figures of ${titleTable(table)} that differ`}>
      <table className="ledger-table">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Figure</th>
            <th scope="col">Printed</th>
            <th scope="col">From the loans</th>
            <th scope="col">Difference</th>
            <th scope="col">Allowed</th>
            <th scope="col">Result</th>
            <th scope="col">Line</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(check => {
            const figures = formatCheck({ stratifications: [table], statistics: [] }, check)
            const isMoney = figures.unit === 'cents'
            return (
              <tr key={`${check.bucket} ${check.measure}`} className="fails">
                <th scope="row">{nameRow(table, check.bucket ?? 'total')}</th>
                <th scope="row">{nameMeasure(table, check.measure ?? '')}</th>
                <td>
                  <Figure text={figures.printed} isMoney={isMoney} />
                </td>
                <td>
                  <Figure text={figures.found} isMoney={isMoney} />
                </td>
                <td className="bad">{figures.difference}</td>
                <td>{figures.allowed}</td>
                <td className="ledger-result">
                  <OutcomeIcon passes={false} /> fails
                </td>
                <td>
                  <a href={sourceHref(deal.slug, sha256, check.at)}>{check.at.line}</a>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
