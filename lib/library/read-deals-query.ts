import { type FigureFilter, type FilterProblem, readFigureFilters } from '../figures/index.ts'
import { foreignCursor, readCursor } from './cursor.ts'
import { nameDealsList } from './deals-list.ts'
import { type FindDealsQuery, findDealsQuerySchema } from './library.ts'

/** The parameters of a list of deals that are no figures, in the order that addresses have them. */
const plainParameters = Object.keys(findDealsQuerySchema.shape) as (keyof typeof findDealsQuerySchema.shape)[]

/** Parameters of the page that lists deals which ask for none of them: the columns that are shown. */
const ofThePage = ['columns']

/** The parameters of an address that no list of deals has. */
export function foreignParameters(parameters: Iterable<readonly [string, string]>): string[] {
  const own = new Set<string>([...plainParameters, ...ofThePage, 'has'])
  return [...parameters].map(([name]) => name).filter(name => !own.has(name) && !name.includes('__'))
}

/** A question for deals as an address asks it, without what is not understood of it, and what that is. */
export type ReadDealsQuery = { query: FindDealsQuery & { filters: FigureFilter[] }; problems: QueryProblem[] }

/** What is wrong with a parameter: for people, and in short for callers. */
export type QueryProblem = FilterProblem & { detail: string }

/**
 * The question of an address. A parameter may not be there with two values, but for `match` and figures; empty ones ask for
 * nothing, as fields of a form do that nobody filled in.
 */
export function readDealsQuery(parameters: Iterable<readonly [string, string]>): ReadDealsQuery {
  const given = [...parameters].filter(([, value]) => value.trim() !== '')
  const read = readFigureFilters(given)
  const problems: QueryProblem[] = read.problems.map(one => ({
    ...one,
    detail: `${one.parameter}: ${one.problem}`,
  }))
  const plain: Record<string, string> = {}
  for (const name of plainParameters) {
    const values = given.flatMap(([parameter, value]) => (parameter === name ? [value.trim()] : []))
    const value = name === 'match' ? [...new Set(values)].join(',') : values[0]
    if (!value) continue
    const problem = name === 'match' ? null : problemOf(name, values)
    if (problem !== null) problems.push({ parameter: name, problem, detail: name })
    else if (findDealsQuerySchema.shape[name].safeParse(value).success) plain[name] = value
    else
      problems.push({
        parameter: name,
        problem: `“${value}” is no ${name} that can be asked for.`,
        detail: name,
      })
  }
  const query = { ...findDealsQuerySchema.parse(plain), filters: read.filters }
  if (query.cursor === undefined || readCursor(query.cursor, nameDealsList(query)) !== null)
    return { query, problems }
  const { cursor: _, ...firstPage } = query
  return { query: firstPage, problems: [...problems, foreignCursorProblem] }
}

const foreignCursorProblem: QueryProblem = {
  parameter: 'cursor',
  problem: `The page is not shown: ${foreignCursor}`,
  detail: `cursor: ${foreignCursor}`,
}

/** What is wrong with a parameter's values, whatever they are of. */
function problemOf(name: string, values: readonly string[]): string | null {
  if (new Set(values).size > 1) return `${name} is asked for with two values: ${values.join(', ')}.`
  const [value = ''] = values
  return name === 'q' && !/[\p{L}\p{N}]/u.test(value)
    ? `“${value}” has no letter and no digit to search for.`
    : null
}
