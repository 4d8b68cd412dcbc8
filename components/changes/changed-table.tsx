import { filingHref } from '@/lib/addresses/place-address.ts'
import { isMovedByPool, type RowChange, type TableChange } from '@/lib/distributions/index.ts'
import { formatCount, formatMeasureDifference, formatMeasureValue } from '@/lib/format/index.ts'
import { type DealRecord, type FilingSummary, nameFiling } from '@/lib/library/index.ts'
import { titleTable } from '@/lib/names/names.ts'
import type { Bucket, Stratification } from '@/lib/report.ts'
import type { TwoFilings } from '@/lib/server/changes-answer.ts'

type Props = { change: TableChange; two: TwoFilings; deal: DealRecord }

/** What is shown of rows, as far as either filing prints it. */
const shown = [
  { measure: 'loanCount', name: 'Loans', unit: 'count', decimals: 0 },
  { measure: 'balanceCents', name: 'Balance, $', unit: 'cents', decimals: 2 },
  { measure: 'balancePct', name: '% of balance', unit: 'percent', decimals: 2 },
  { measure: 'countPct', name: '% of loans', unit: 'percent', decimals: 2 },
] as const
type Shown = (typeof shown)[number]

/** A table in both filings, row by row; of one that only one has, which that is. */
export function ChangedTable({ change, two, deal }: Props) {
  const { from, to, rows } = change
  const table = to ?? from
  if (table === null) return null
  const columns = shown.filter(({ measure }) =>
    rows.some(row => row.from?.values[measure] != null || row.to?.values[measure] != null),
  )
  return (
    <section id={table.id} className="changes-table" aria-labelledby={`${table.id}-title`}>
      <h2 id={`${table.id}-title`}>{titleTable(table)}</h2>
      <p className="ask-amounts">
        {sayTable(change, two)} <TableLinks {...{ from, to, two, deal }} />
      </p>
      {from && to && (
        <section className="ask-scroll" tabIndex={0} aria-label={`${titleTable(table)}, row by row`}>
          <table className="strat changes-rows">
            <thead>
              <tr>
                <th scope="col">{table.stub?.header ?? 'Row'}</th>
                <th scope="col">What changed</th>
                {columns.flatMap(({ measure, name }) => [
                  <th key={`${measure} from`} scope="col">
                    {name}, before
                  </th>,
                  <th key={`${measure} to`} scope="col">
                    after
                  </th>,
                  <th key={`${measure} difference`} scope="col">
                    <span className="sr-only">{name}, </span>difference
                  </th>,
                ])}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <ChangedRow
                  key={`${row.label} ${row.from?.at.line} ${row.to?.at.line}`}
                  {...{ row, columns }}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

const marks = { same: '=', changed: '≠', added: '+', gone: '−' }

function ChangedRow({ row, columns }: { row: RowChange; columns: readonly Shown[] }) {
  const { state, label, from, to } = row
  return (
    <tr className={`is-${state}`}>
      <th scope="row">{label}</th>
      <td className="changes-state">
        <span aria-hidden="true">{marks[state]}</span> {state}
        {isMovedByPool(row) && ', but for its share'}
        <Moved row={row} />
      </td>
      {columns.flatMap(column => [
        <td key={`${column.measure} from`}>{sayValue(from, column)}</td>,
        <td key={`${column.measure} to`}>{sayValue(to, column)}</td>,
        <td key={`${column.measure} difference`}>{sayDifference(from, to, column)}</td>,
      ])}
    </tr>
  )
}

function Moved({ row: { left, entered } }: { row: RowChange }) {
  const parts = [
    left ? `at least ${formatCount(left)} left` : null,
    entered ? `at least ${formatCount(entered)} entered` : null,
  ]
  const said = parts.filter(part => part !== null)
  return said.length === 0 ? null : <span className="changes-moved">{said.join(', ')}</span>
}

function sayValue(row: Bucket | null, { measure, unit, decimals }: Shown): string {
  return row === null ? '' : formatMeasureValue(row.values[measure] ?? null, unit, decimals)
}

function sayDifference(from: Bucket | null, to: Bucket | null, { measure, unit, decimals }: Shown): string {
  const [old, now] = [from?.values[measure], to?.values[measure]]
  if (old == null || now == null) return ''
  return old === now ? '=' : formatMeasureDifference(now - old, unit, decimals)
}

/** > 3 rows changed, one added, 7 the same. At least 12 loans left rows and 4 entered. */
function sayTable({ from, to, rows, left, entered }: TableChange, two: TwoFilings): string {
  const { deal } = two
  if (to === null) return `Only the ${nameFiling(two.from, deal)} has this table.`
  if (from === null) return `Only the ${nameFiling(two.to, deal)} has this table.`
  const states = (['changed', 'added', 'gone', 'same'] as const).flatMap(state => {
    const many = rows.filter(row => row.state === state).length
    if (many === 0) return []
    return [`${formatCount(many)} ${state === 'same' ? 'the same' : state}`]
  })
  const moved = [
    left ? `${formatCount(left)} ${left === 1 ? 'loan' : 'loans'} left` : null,
    entered ? `${formatCount(entered)} entered` : null,
  ]
  const proven = moved.filter(part => part !== null)
  return `Rows: ${states.join(', ')}.${proven.length > 0 ? ` At least ${proven.join(', and at least ')} the rows.` : ''}`
}

type LinkProps = Pick<Props, 'two' | 'deal'> & { from: Stratification | null; to: Stratification | null }

/** The table on the page of each filing that has it. */
function TableLinks({ from, to, two, deal }: LinkProps) {
  const links: [Stratification | null, FilingSummary][] = [
    [from, two.from],
    [to, two.to],
  ]
  return links.map(
    ([table, filing]) =>
      table && (
        <a
          key={filing.sha256}
          className="changes-link"
          href={`${filingHref(deal, filing.sha256)}#${table.id}`}
        >
          In the {nameFiling(filing, deal)}
        </a>
      ),
  )
}
