import { formatCount, formatPercent } from '@/lib/format/index.ts'
import type { Coverage } from '@/lib/report.ts'

const kinds: { key: Exclude<keyof Coverage, 'lines'>; name: string }[] = [
  { key: 'table', name: 'Tables' },
  { key: 'footnote', name: 'Footnotes' },
  { key: 'cover', name: 'Cover and signature' },
  { key: 'prose', name: 'Prose' },
  { key: 'furniture', name: 'Rules, page marks, tags' },
  { key: 'blank', name: 'Blank' },
  { key: 'unexplained', name: 'Unexplained' },
]

/** Every line of the filing by what it was taken for; lines nobody understood are loud. */
export function CoverageTable({ coverage }: { coverage: Coverage }) {
  const { lines, unexplained } = coverage
  return (
    <section aria-labelledby="coverage-heading" className="ledger-section">
      <h2 id="coverage-heading" className="ledger-h2">
        Lines accounted for{' '}
        <small className={unexplained > 0 ? 'bad' : undefined}>
          {unexplained > 0 ? `${formatCount(unexplained)} unexplained` : `all ${formatCount(lines)}`}
        </small>
      </h2>
      <table className="ledger-table">
        <thead>
          <tr>
            <th scope="col">Taken for</th>
            <th scope="col">Lines</th>
            <th scope="col">Share, %</th>
            <th scope="col">
              <span className="sr-only">Drawn</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ key, name }) => (
            <Row
              key={key}
              name={name}
              count={coverage[key]}
              share={lines === 0 ? 0 : (coverage[key] / lines) * 100}
              isLoud={key === 'unexplained' && unexplained > 0}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All lines</th>
            <td>{formatCount(lines)}</td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

type RowProps = { name: string; count: number; share: number; isLoud: boolean }

function Row({ name, count, share, isLoud }: RowProps) {
  return (
    <tr className={isLoud ? 'fails' : undefined}>
      <th scope="row">{name}</th>
      <td>{formatCount(count)}</td>
      <td>{formatPercent(share, 1)}</td>
      <td className="ledger-share">
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect width={share} height="8" className={isLoud ? 'fill-fail-data' : 'fill-rule-2'} />
        </svg>
      </td>
    </tr>
  )
}
