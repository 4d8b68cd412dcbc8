import { describeFilter, parameterOf, readTypedFigures, typedValue } from '@/lib/figures/index.ts'
import { hrefOf, type View } from './view.ts'

/** Where what is searched for is a figure in words, as “California over 50”: the ways to ask for it as one. */
export function MeantFigures({ view }: { view: View }) {
  const meant = view.q ? readTypedFigures(view.q) : []
  if (meant.length === 0) return null
  return (
    <p className="meant-figures">
      Ask for the figure:
      {meant.map(filter => {
        const { name, limits } = describeFilter(filter)
        return (
          <a
            key={`${parameterOf(filter)} ${typedValue(filter)}`}
            href={hrefOf(view, { q: undefined, filters: [...(view.filters ?? []), filter] })}
            data-soft
            className="chip"
          >
            <strong>{name}</strong> {limits}
          </a>
        )
      })}
    </p>
  )
}
