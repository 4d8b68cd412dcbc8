import { type FindDealsQuery, findDealsQuerySchema, type Sort } from '@/lib/library/library.ts'

/**
 * What of the library is shown: the part of its question that lives in the address, and the ids of the columns that a
 * reader chose, with commas between them.
 */
export type View = { columns?: string | undefined } & Pick<
  FindDealsQuery,
  'q' | 'shelf' | 'year' | 'tag' | 'only' | 'sort' | 'cursor'
>

type Addressed = Record<string, string | string[] | undefined>
const keys = ['q', 'shelf', 'year', 'tag', 'only', 'sort', 'cursor'] as const

/** The view of an address. What cannot be read is left out, so that a mistyped address still shows the library. */
export function readView(addressed: Addressed): View {
  const given = keys.flatMap(key => {
    const value = [addressed[key]].flat()[0]?.trim()
    const isRight = value && findDealsQuerySchema.shape[key].safeParse(value).success
    return isRight ? [[key, value]] : []
  })
  const columns = readColumns(addressed.columns)
  return { ...findDealsQuerySchema.parse(Object.fromEntries(given)), ...(columns && { columns }) }
}

/** One text with commas, or as a form sends them one by one. */
function readColumns(addressed: string | string[] | undefined): string | undefined {
  const ids = [addressed ?? []].flat().flatMap(text => text.split(','))
  return ids.filter(id => /^[a-z]{1,20}$/.test(id)).join(',') || undefined
}

/**
 * The address of the view with some of it changed; `undefined` takes a part away.
 *
 * > hrefOf({ q: 'trust', cursor: 'x' }, { sort: '-balance' })  →  /?q=trust&sort=-balance
 *
 * A change starts again at the first page unless it names one.
 */
export function hrefOf(view: View, change: Partial<View>): string {
  const next: View = { ...view, cursor: undefined, ...change }
  const parts = keys.flatMap(key => (next[key] ? [`${key}=${encodeURIComponent(next[key])}`] : []))
  if (next.columns) parts.push(`columns=${next.columns}`)
  return parts.length === 0 ? '/' : `/?${parts.join('&')}`
}

/** Whether the view leaves any deal out. */
export function isNarrowed({ q, shelf, year, tag, only }: View): boolean {
  return Boolean(q || shelf || year || tag || only)
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
