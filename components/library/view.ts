import { type FindDealsQuery, findDealsQuerySchema, type Sort } from '@/lib/library/library.ts'

/** What of the library is shown: the part of its question that lives in the address. */
export type View = Pick<FindDealsQuery, 'q' | 'shelf' | 'year' | 'only' | 'sort' | 'cursor'>

type Addressed = Record<string, string | string[] | undefined>
const keys = ['q', 'shelf', 'year', 'only', 'sort', 'cursor'] as const

/** The view of an address. What cannot be read is left out, so that a mistyped address still shows the library. */
export function readView(addressed: Addressed): View {
  const given = keys.flatMap(key => {
    const value = [addressed[key]].flat()[0]?.trim()
    const isRight = value && findDealsQuerySchema.shape[key].safeParse(value).success
    return isRight ? [[key, value]] : []
  })
  return findDealsQuerySchema.parse(Object.fromEntries(given))
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
  return parts.length === 0 ? '/' : `/?${parts.join('&')}`
}

/** Whether the view leaves any deal out. */
export function isNarrowed({ q, shelf, year, only }: View): boolean {
  return Boolean(q || shelf || year || only)
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
