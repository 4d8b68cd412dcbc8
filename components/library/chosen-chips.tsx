import {
  describeFilter,
  nameDealFigure,
  parameterOf,
  readFigureKey,
  typedValue,
} from '@/lib/figures/index.ts'
import type { QueryProblem } from '@/lib/library/read-deals-query.ts'
import { CrossIcon } from '../shell/icons.tsx'
import { hrefOf, type View } from './view.ts'

const facetNames = {
  shelf: 'Shelf',
  year: 'Year',
  trustee: 'Trustee',
  servicer: 'Master servicer',
  form: 'Form',
  tag: 'Tag',
} as const
const onlyNames = { failing: 'Some checks fail', passing: 'All checks pass', 'no-tables': 'No tables' }

/** Everything that narrows the list but the words, and the deal it is ordered by, each a chip that a click takes off. */
export function ChosenChips({ view, near }: { view: View; near: string | null }) {
  const { filters = [] } = view
  const facets = (Object.keys(facetNames) as (keyof typeof facetNames)[]).flatMap(key =>
    view[key] ? [{ key, name: facetNames[key], value: view[key].replace(/^(\d{4})-(\d{4})$/, '$1–$2') }] : [],
  )
  return (
    <>
      {facets.map(({ key, name, value }) => (
        <Chip key={key} name={name} value={value} href={hrefOf(view, { [key]: undefined })} />
      ))}
      {near !== null && (
        <Chip name="Nearest first to" value={near} href={hrefOf(view, { near: undefined })} />
      )}
      {view.only && <Chip name={onlyNames[view.only]} value="" href={hrefOf(view, { only: undefined })} />}
      {filters.map(filter => {
        const { name, limits } = describeFilter(filter)
        const others = filters.filter(one => one !== filter)
        return (
          <Chip
            key={`${parameterOf(filter)} ${typedValue(filter)}`}
            name={name}
            value={limits}
            href={hrefOf(view, { filters: others })}
          />
        )
      })}
    </>
  )
}

function Chip({ name, value, href }: { name: string; value: string; href: string }) {
  return (
    <a href={href} data-soft className="chip chosen-chip">
      <span className="sr-only">Remove </span>
      <strong>{name}</strong>
      {value}
      <CrossIcon size={12} />
    </a>
  )
}

/** What of the address was not understood and is left out. */
export function QueryProblems({ problems }: { problems: readonly QueryProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div role="alert">
      <ul className="query-problems">
        {problems.map(({ parameter, problem }) => (
          <li key={parameter}>
            <NamedParameter parameter={parameter} /> {problem} It is left out.
          </li>
        ))}
      </ul>
    </div>
  )
}

/** > Original LTV above 80:   `state.XX__gt` */
function NamedParameter({ parameter }: { parameter: string }) {
  const figure = readFigureKey(parameter.replace(/__[a-z]*$/, ''))
  return 'problem' in figure ? <code>{parameter}</code> : <strong>{nameDealFigure(figure).name}:</strong>
}
