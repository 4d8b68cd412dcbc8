import { findDimension } from '@/lib/dimensions/index.ts'
import {
  describeDealFigure,
  figureKey,
  namedDimensions,
  poolFigureIds,
  rangeDimensions,
  shareNames,
} from '@/lib/figures/index.ts'
import type { QueryProblem } from '@/lib/library/read-deals-query.ts'
import type { View } from './view.ts'
import { ViewFields } from './view-fields.tsx'

const comparisons = [
  ['gte', 'at least'],
  ['gt', 'over'],
  ['lte', 'at most'],
  ['lt', 'below'],
  ['eq', 'is'],
  ['between', 'between'],
  ['has', 'is reported'],
] as const

/** What somebody typed into the form, as the address has it, and what is wrong with it. */
export type BuiltFigure = { figure: string; edge: string; is: string; value: string; wrong: QueryProblem }

type Props = { view: View; built: BuiltFigure | null }

/** A form that adds a figure to what is asked: which, how it is compared, and with what. It stays open while it is wrong. */
export function FigureBuilder({ view, built }: Props) {
  return (
    <details className="builder" open={built !== null}>
      <summary className="chip">
        <span aria-hidden="true">+</span> Add a figure
      </summary>
      <form action="/" method="get" className="builder-form">
        <ViewFields view={view} change={{}} />
        <label>
          Figure
          <select name="figure" defaultValue={built?.figure ?? 'waltv'}>
            <FigureOptions />
          </select>
        </label>
        <label className="builder-edge">
          Edge
          <input
            name="edge"
            defaultValue={built?.edge}
            placeholder="80, or 500k"
            inputMode="decimal"
            maxLength={30}
          />
        </label>
        <label>
          Is
          <select name="is" defaultValue={built?.is ?? 'gte'}>
            {comparisons.map(([is, words]) => (
              <option key={is} value={is}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label className="builder-value">
          Value
          <input
            name="value"
            defaultValue={built?.value}
            placeholder="70; 225m; 10,20"
            maxLength={60}
            autoComplete="off"
            aria-invalid={built ? true : undefined}
            aria-describedby={built ? 'builder-problem' : undefined}
          />
        </label>
        {built && (
          <p id="builder-problem" className="builder-problem" role="alert">
            {built.wrong.problem}
          </p>
        )}
        <button type="submit" className="button button-strong">
          Add
        </button>
      </form>
    </details>
  )
}

function FigureOptions() {
  const tails = rangeDimensions.filter(
    ({ thresholds, landmarks }) => (thresholds ?? landmarks ?? []).length > 0,
  )
  return (
    <>
      <optgroup label="Of the pool">
        {poolFigureIds.map(id => (
          <option key={id} value={id}>
            {describeDealFigure({ kind: 'pool', id })}
          </option>
        ))}
      </optgroup>
      <optgroup label="Share beyond an edge">
        {tails.flatMap(({ id, name }) =>
          (['above', 'below'] as const).map(side => (
            <option key={`${id}.${side}`} value={`${id}.${side}`} data-tail>
              {name} {side} …
            </option>
          )),
        )}
      </optgroup>
      {namedDimensions.map(dimension => (
        <optgroup
          key={dimension}
          label={`Share by ${findDimension(dimension)?.name.toLowerCase() ?? dimension}`}
        >
          {shareNames(dimension).map(({ id, name }) => (
            <option key={id} value={figureKey({ kind: 'share', dimension, name: id })}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  )
}
