import type { Interval, StatedFigure } from '@/lib/evidence/stated-figures.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { Place } from '@/lib/report.ts'
import { Term } from '../shell/term.tsx'
import { OutcomeIcon } from './outcome.tsx'
import { type All, ShowAll } from './show-all.tsx'

type Props = {
  figures: StatedFigure[]
  hrefOf: (at: Place) => string
  /** Where all of them are listed, where these are only the first. */
  all?: All | undefined
}

/** Figures that the filing states in words, beside what its tables give, drawn inside what is allowed. */
export function StatedFigures({ figures, hrefOf, all }: Props) {
  const checked = figures.filter(({ outcome }) => outcome !== null).length
  return (
    <section className="ledger-section">
      <h2 id="stated-heading" className="ledger-h2">
        Stated against recomputed{' '}
        <small>{checked === 1 ? '1 check' : `${formatCount(checked)} checks`}</small>
      </h2>
      <section className="scrolls" tabIndex={0} aria-labelledby="stated-heading">
        <table className="ledger-table">
          <thead>
            <tr>
              <th scope="col">Stated in the text</th>
              <th scope="col">Stated</th>
              <th scope="col">Recomputed</th>
              <th scope="col">Allowed, and where it falls</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(figure => (
              <Row
                key={`${figure.name} ${figure.at?.line}:${figure.at?.start}`}
                figure={figure}
                hrefOf={hrefOf}
              />
            ))}
          </tbody>
        </table>
      </section>
      <ShowAll all={all} what="stated figures" />
      <p className="ledger-note">
        Exact rows (rates, terms, balance ÷ loans) give one figure, which may differ from the stated one by
        half of its last printed place: the dot is what the rows give. Ranges give only bounds: the dot is the
        stated figure, which must lie between them.
      </p>
    </section>
  )
}

function Row({ figure, hrefOf }: { figure: StatedFigure; hrefOf: Props['hrefOf'] }) {
  const { name, stated, recomputed, at, outcome, reason, interval } = figure
  return (
    <tr className={outcome === 'fail' ? 'fails' : undefined}>
      <th scope="row">
        <Term>{name}</Term>
      </th>
      <td>{at ? <a href={hrefOf(at)}>{stated}</a> : stated}</td>
      {interval && outcome ? (
        <>
          <td>{recomputed}</td>
          <td>
            <span className="ledger-interval">
              <IntervalDrawing interval={interval} passes={outcome === 'pass'} />
              <OutcomeIcon passes={outcome === 'pass'} />
              <span className="sr-only">{outcome === 'pass' ? 'passes' : 'fails'}</span>
            </span>
          </td>
        </>
      ) : (
        <td colSpan={2} className="ledger-reason">
          not recomputed: {reason}
        </td>
      )}
    </tr>
  )
}

const width = 168
const edge = 6

/** A bar for what is allowed with its ends, a faint line for the figure compared with, and the point. */
function IntervalDrawing({ interval, passes }: { interval: Interval; passes: boolean }) {
  const x = (position: number) => edge + (position / 100) * (width - 2 * edge)
  const { low, high, point, centre } = interval
  return (
    <svg width={width} height={16} viewBox={`0 0 ${width} 16`} aria-hidden="true">
      <rect x={x(low)} y={5} width={Math.max(0, x(high) - x(low))} height={6} className="fill-paper-3" />
      {centre !== null && <path d={`M${x(centre)} 4v8`} className="stroke-rule-2" />}
      <path d={`M${x(low)} 2v12M${x(high)} 2v12`} className="stroke-ink stroke-2" />
      {passes ? (
        <circle cx={x(point)} cy={8} r={3.5} className="fill-ink" />
      ) : (
        <path d={`M${x(point) - 4} 4l8 8m0-8l-8 8`} className="fill-none stroke-fail-data stroke-2" />
      )}
    </svg>
  )
}
