import { CrossIcon } from '@/components/shell/icons.tsx'
import type { LoadedSlice } from '@/lib/server/slice-answer.ts'
import { namesBy, parameterOfLoans } from '@/lib/tape/filters.ts'
import { describeLoanFilter, sayName } from '@/lib/tape/loan-filter-words.ts'
import { dimensionKeys, fieldKeys } from '@/lib/tape/loan-key.ts'
import { KeepFields } from './keep-fields.tsx'
import type { SliceLinks } from './slice-links.ts'

type Props = { loaded: LoadedSlice; links: SliceLinks; typed: string }

const comparisons = [
  ['among', 'is'],
  ['not', 'is not'],
  ['lt', 'below'],
  ['lte', 'at most'],
  ['gt', 'over'],
  ['gte', 'at least'],
  ['between', 'between'],
  ['has', 'is told'],
  ['lacks', 'is not told'],
] as const

/** What loans are chosen by: a chip for each, that a click takes off, a field to type more into, and a form to choose it. */
export function ChosenFilters({ loaded, links, typed }: Props) {
  const { asked } = loaded
  const { filters } = links.state
  return (
    <div className="slice-filters">
      {asked.filters.length > 0 && (
        <ul className="slice-chips" aria-label="Filters">
          {asked.filters.map((filter, order) => {
            const { name, limits } = describeLoanFilter(filter)
            return (
              <li key={`${parameterOfLoans(filter)} ${filter.typed}`}>
                <a
                  className="chip chosen-chip"
                  data-soft
                  href={links.hrefOf({ filters: filters.filter((_, other) => other !== order) })}
                >
                  <span className="sr-only">Remove </span>
                  <strong>{name}</strong>
                  {limits}
                  <CrossIcon size={12} />
                </a>
              </li>
            )
          })}
          {asked.filters.length > 1 && (
            <li>
              <a className="action" data-soft href={links.hrefOf({ filters: [] })}>
                Remove all
              </a>
            </li>
          )}
        </ul>
      )}
      <Problems problems={asked.problems} />
      <form action={links.path} method="get" data-live className="slice-add">
        <KeepFields fields={links.keep({})} />
        <label>
          Add a filter
          <input
            name="add"
            key={typed}
            defaultValue={typed}
            placeholder={exampleOf(loaded)}
            maxLength={300}
            autoComplete="off"
            aria-invalid={asked.problems.some(({ parameter }) => parameter === 'add') ? true : undefined}
          />
        </label>
        <button type="submit" className="button button-strong">
          Add
        </button>
      </form>
      <FilterBuilder loaded={loaded} links={links} />
    </div>
  )
}

/** > Texas, mortgage rate over 6 */
function exampleOf({ columns }: LoadedSlice): string {
  const keys = dimensionKeys(columns.loans)
  const names = keys.flatMap(key => (key.key === 'state' || key.key === 'property-type' ? [key] : []))
  const [name] = names.flatMap(key =>
    namesBy(key, columns)
      .slice(0, 1)
      .map(one => sayName(key, one)),
  )
  const figure = keys.find(({ key }) => key === 'debt-service-coverage' || key === 'credit-score')
  const compared = figure?.key === 'credit-score' ? 'credit score under 620' : 'DSCR under 1.5'
  return [name, figure && compared].filter(part => part !== undefined).join(', ') || 'balance over 5m'
}

function Problems({ problems }: { problems: LoadedSlice['asked']['problems'] }) {
  if (problems.length === 0) return null
  return (
    <div role="alert">
      <ul className="query-problems">
        {problems.map(({ parameter, typed, problem }) => (
          <li key={`${parameter} ${typed}`}>
            {parameter !== 'add' && <code>{parameter}</code>} {problem} It is left out.
          </li>
        ))}
      </ul>
    </div>
  )
}

function FilterBuilder({ loaded: { columns }, links }: Omit<Props, 'typed'>) {
  const dimensions = dimensionKeys(columns.loans)
  const named = dimensions.filter(({ unit }) => unit === 'text')
  return (
    <details className="builder">
      <summary className="chip">
        <span aria-hidden="true">+</span> Choose from what the exhibit has
      </summary>
      <form action={links.path} method="get" data-live className="builder-form">
        <KeepFields fields={links.keep({})} />
        <label>
          Of
          <select name="by">
            <optgroup label="What loans are sorted by">
              {dimensions.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label="Fields of the exhibit">
              {fieldKeys(columns.loans).map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <label>
          Is
          <select name="is">
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
            list="slice-names"
            placeholder="TX; 1.5; 70,80"
            maxLength={200}
            autoComplete="off"
          />
        </label>
        <datalist id="slice-names">
          {named.flatMap(key =>
            namesBy(key, columns)
              .slice(0, mostOffered)
              .map(name => <option key={`${key.key} ${name}`} value={name} label={key.name} />),
          )}
        </datalist>
        <button type="submit" className="button button-strong">
          Add
        </button>
      </form>
    </details>
  )
}

/** Names that are offered of each dimension. */
const mostOffered = 60
