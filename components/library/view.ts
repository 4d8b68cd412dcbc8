import { type FigureFilter, figureKey, parameterOf, typedValue } from '@/lib/figures/index.ts'
import type { FindDealsQuery, Sort } from '@/lib/library/library.ts'
import { type QueryProblem, readDealsQuery } from '@/lib/library/read-deals-query.ts'

/**
 * What of the library is shown: the part of its question that lives in the address, and the ids of the columns that a
 * reader chose, with commas between them.
 */
export type View = {
  columns?: string | undefined
  filters?: readonly FigureFilter[]
} & Pick<FindDealsQuery, (typeof keys)[number]>

type Addressed = Record<string, string | string[] | undefined>
const keys = [
  'q',
  'shelf',
  'year',
  'tag',
  'trustee',
  'servicer',
  'form',
  'only',
  'match',
  'sort',
  'near',
  'cursor',
] as const

/**
 * The view of an address, and what of it is not understood. That is left out, so that a mistyped address still shows the
 * library.
 */
export function readView(addressed: Addressed): { view: View; problems: QueryProblem[] } {
  const given = Object.entries(addressed).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )
  const { query, problems } = readDealsQuery([...given, ...builtFilter(given)])
  const { filters, limit: _, ...plain } = query
  const columns = readColumns(addressed.columns)
  const view = { ...plain, ...(filters.length > 0 && { filters }), ...(columns && { columns }) }
  return { view, problems }
}

/** What the form that adds a figure sends where no script runs, as the parameter it stands for. */
function builtFilter(given: readonly [string, string][]): [string, string][] {
  const field = (name: string) => given.find(([one]) => one === name)?.[1].trim() ?? ''
  const [figure, is, value] = [keyOf(field('figure'), field('edge')), field('is'), field('value')]
  if (figure === '') return []
  return is === 'has' ? [['has', figure]] : [[`${figure}__${is}`, value || '?']]
}

/** A tail is chosen without its edge, which has a field of its own. */
function keyOf(figure: string, edge: string): string {
  return /\.(?:above|below)$/.test(figure) ? `${figure}.${edge}` : figure
}

/** One text with commas, or as a form sends them one by one. */
function readColumns(addressed: string | string[] | undefined): string | undefined {
  const ids = [addressed ?? []].flat().flatMap(text => text.split(','))
  return ids.filter(id => /^[a-z]{1,20}$/.test(id)).join(',') || undefined
}

/** The parameters of a view with some of it changed, in the order that addresses have them; a change starts at the first page. */
export function parametersOf(view: View, change: Partial<View>): [string, string][] {
  const next: View = { ...view, cursor: undefined, ...change }
  // A list has one order: what it is sorted by counts before the deal that others are near to.
  if (next.sort) next.near = undefined
  return [
    ...keys.flatMap((key): [string, string][] => (next[key] ? [[key, next[key]]] : [])),
    ...(next.filters ?? []).map((filter): [string, string] => [parameterOf(filter), typedValue(filter)]),
    ...(next.columns ? [['columns', next.columns] as [string, string]] : []),
  ]
}

/**
 * The address of the view with some of it changed; `undefined` takes a part away.
 *
 * > hrefOf({ q: 'trust', cursor: 'x' }, { sort: '-balance' })  →  /?q=trust&sort=-balance
 */
export function hrefOf(view: View, change: Partial<View>): string {
  const parts = parametersOf(view, change).map(
    ([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`,
  )
  return parts.length === 0 ? '/' : `/?${parts.join('&')}`
}

/** The filters of a view but for those of a figure. */
export function filtersWithout({ filters = [] }: View, key: string): FigureFilter[] {
  return filters.filter(({ figure }) => figureKey(figure) !== key)
}

const narrowing = ['q', 'shelf', 'year', 'tag', 'trustee', 'servicer', 'form', 'only'] as const

/** Whether the view leaves any deal out. */
export function isNarrowed(view: View): boolean {
  return narrowing.some(key => view[key]) || (view.filters ?? []).length > 0
}

/** Which way a column is sorted now, in the words of `aria-sort`; undefined when it is not. */
export function sortedBy(view: View, key: string): 'ascending' | 'descending' | undefined {
  if (view.sort === key) return 'ascending'
  return view.sort === `-${key}` ? 'descending' : undefined
}

/** What a click on a column header asks for: its natural order first, turned round the next time. */
export function nextSort(view: View, natural: Sort): Sort {
  const turned = (natural.startsWith('-') ? natural.slice(1) : `-${natural}`) as Sort
  return view.sort === natural ? turned : natural
}
