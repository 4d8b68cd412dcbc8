import { CrossIcon } from '@/components/shell/icons.tsx'
import { type TrendsAddress, trendsHref } from '@/lib/addresses/trends-address.ts'
import { findDimension } from '@/lib/dimensions/index.ts'
import { sides } from '@/lib/distributions/index.ts'
import {
  type DealFigure,
  describeDealFigure,
  describeFilter,
  type FigureFilter,
  figureKey,
  namedDimensions,
  parameterOf,
  poolFigureIds,
  rangeDimensions,
  shareNames,
  typedValue,
} from '@/lib/figures/index.ts'
import { formatCount } from '@/lib/format/index.ts'
import { nameFigure } from '@/lib/pool/figure-names.ts'
import { mostMeasures, type TrendsProblem } from '@/lib/server/trends-query.ts'
import { type PeriodKind, periodKinds } from '@/lib/trends/index.ts'

type Props = {
  figures: readonly DealFigure[]
  /** The figures that the deals are narrowed by. */
  filters: readonly FigureFilter[]
  shelves: readonly { shelf: string; deals: number }[]
  by: PeriodKind
  withFailing: boolean
  address: TrendsAddress
  problems: readonly TrendsProblem[]
}

/** Which deals, which measures, and how the line is made: plain forms and links, so that all of it is in the address. */
export function TrendControls(props: Props) {
  const { figures, by, withFailing, address, problems } = props
  return (
    <section className="trend-controls" aria-label="What is shown">
      <DealsForm {...props} />
      <div className="trend-group">
        <span className="trend-label" id="trend-measures">
          Measures
        </span>
        <ul className="trend-measures" aria-labelledby="trend-measures">
          {figures.map(figure => (
            <li key={figureKey(figure)} className="chip">
              {describeDealFigure(figure)}
              {figures.length > 1 && (
                <a
                  className="trend-remove"
                  href={trendsHref({
                    ...address,
                    measures: address.measures.filter(key => key !== figureKey(figure)),
                  })}
                  aria-label={`Take ${describeDealFigure(figure)} away`}
                >
                  <CrossIcon size={12} />
                </a>
              )}
            </li>
          ))}
        </ul>
        <AddMeasure address={address} isFull={figures.length >= mostMeasures} />
        <Problems of={['measure']} problems={problems} />
      </div>
      <div className="trend-group">
        <span className="trend-label">Line by</span>
        <nav className="trend-switch" aria-label="Line by">
          {periodKinds.map(kind => (
            <a
              key={kind}
              className="trend-choice"
              data-by={kind}
              href={trendsHref({ ...address, by: kind, open: undefined })}
              aria-current={kind === by ? 'true' : undefined}
            >
              {kind === 'month' ? 'Month' : kind === 'quarter' ? 'Quarter' : 'Year'}
            </a>
          ))}
        </nav>
        <Problems of={['by']} problems={problems} />
      </div>
      <div className="trend-group">
        <span className="trend-label">Failing tables</span>
        <nav className="trend-switch" aria-label="Failing tables">
          <a
            className="trend-choice"
            href={trendsHref({ ...address, failing: undefined })}
            aria-current={withFailing ? undefined : 'true'}
          >
            Left out of the line
          </a>
          <a
            className="trend-choice"
            href={trendsHref({ ...address, failing: 'in' })}
            aria-current={withFailing ? 'true' : undefined}
          >
            In the line
          </a>
        </nav>
        <Problems of={['failing']} problems={problems} />
      </div>
    </section>
  )
}

type DealsProps = Pick<Props, 'shelves' | 'address' | 'problems' | 'filters'>

function DealsForm({ shelves, filters, address, problems }: DealsProps) {
  const { shelf, q, deals = [] } = address
  const isListed = shelf === undefined || shelves.some(one => one.shelf === shelf)
  return (
    <form action="/trends" className="trend-group">
      <Kept address={{ ...address, shelf: undefined, q: undefined, open: undefined }} />
      <label className="trend-label" htmlFor="trend-shelf">
        Deals
      </label>
      <select id="trend-shelf" name="shelf" className="button trend-shelf-choice" defaultValue={shelf ?? ''}>
        <option value="">All shelves</option>
        {!isListed && <option value={shelf}>{shelf}</option>}
        {shelves.map(one => (
          <option key={one.shelf} value={one.shelf}>
            {one.shelf} ({formatCount(one.deals)})
          </option>
        ))}
      </select>
      <input
        type="search"
        name="q"
        className="trend-input"
        aria-label="Only deals found by"
        placeholder="Name, party, state"
        defaultValue={q}
        autoComplete="off"
      />
      <button type="submit" className="button">
        Show
      </button>
      {deals.length > 0 && (
        <a className="chip" href={trendsHref({ ...address, deals: [] })}>
          {formatCount(deals.length)} chosen {deals.length === 1 ? 'deal' : 'deals'} <CrossIcon size={12} />
        </a>
      )}
      {(address.narrowedBy ?? []).map(([name, value]) => (
        <a
          key={`${name} ${value}`}
          className="chip"
          href={trendsHref({
            ...address,
            narrowedBy: address.narrowedBy?.filter(one => one[0] !== name || one[1] !== value),
            open: undefined,
          })}
        >
          {nameOfNarrowing(name, value, filters)} <CrossIcon size={12} />
          <span className="sr-only">take away</span>
        </a>
      ))}
      <Problems
        of={problems
          .map(({ parameter }) => parameter)
          .filter(one => !['measure', 'by', 'failing'].includes(one))}
        problems={problems}
      />
    </form>
  )
}

/** > Original LTV above 80: 10 to 20%     year: 2002 */
function nameOfNarrowing(name: string, value: string, filters: readonly FigureFilter[]): string {
  const filter = filters.find(one => parameterOf(one) === name && typedValue(one) === value.trim())
  if (filter === undefined) return `${name}: ${value}`
  const { name: figure, limits } = describeFilter(filter)
  return `${figure}: ${limits}`
}

/** What of the address a form keeps as it is. */
function Kept({ address }: { address: TrendsAddress }) {
  const { measures, deals = [], narrowedBy = [], ...others } = address
  const all = [
    ...measures.map(key => ['measure', key] as const),
    ...Object.entries(others),
    ...narrowedBy,
    ...(deals.length > 0 ? [['deals', deals.join(',')] as const] : []),
  ]
  return all.map(([name, value]) =>
    value ? <input key={`${name} ${value}`} type="hidden" name={name} value={value} /> : null,
  )
}

function AddMeasure({ address, isFull }: { address: TrendsAddress; isFull: boolean }) {
  if (isFull) return null
  const kept = { ...address, open: undefined }
  return (
    <details className="trend-add">
      <summary className="button">Add a measure</summary>
      <div className="trend-add-forms">
        <form action="/trends">
          <Kept address={kept} />
          <label>
            <span>A figure, or the share of a row</span>
            <select name="measure" className="button">
              <optgroup label="Of the pool">
                {poolFigureIds.map(id => (
                  <option key={id} value={id}>
                    {nameFigure(id).name}
                  </option>
                ))}
              </optgroup>
              {namedDimensions.map(dimension => (
                <optgroup key={dimension} label={findDimension(dimension)?.name}>
                  {shareNames(dimension).map(({ id, name }) => (
                    <option key={id} value={`${dimension}.${id}`}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            Add
          </button>
        </form>
        <form action="/trends">
          <Kept address={kept} />
          <fieldset>
            <legend>The share beyond an edge</legend>
            <select name="tail" className="button" aria-label="Of" defaultValue="original-ltv">
              {rangeDimensions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <select name="side" className="button" aria-label="Side">
              {Object.entries(sides).map(([side, name]) => (
                <option key={side} value={side}>
                  {name}
                </option>
              ))}
            </select>
            <input
              name="at"
              className="trend-input trend-edge"
              aria-label="The edge"
              placeholder="80"
              required
              inputMode="decimal"
              autoComplete="off"
            />
          </fieldset>
          <button type="submit" className="button">
            Add
          </button>
        </form>
      </div>
    </details>
  )
}

/** What is wrong with a control, beside it. */
function Problems({
  of,
  problems,
}: {
  of: TrendsProblem['parameter'][]
  problems: readonly TrendsProblem[]
}) {
  const own = problems.filter(({ parameter }) => of.includes(parameter))
  if (own.length === 0) return null
  return (
    <p role="alert" className="trend-problem">
      {own.map(({ problem }) => problem).join(' ')}
    </p>
  )
}
