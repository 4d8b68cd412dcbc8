import { SearchIcon } from '../shell/icons.tsx'
import type { View } from './view.ts'
import { ViewFields } from './view-fields.tsx'

const otherOrders = [
  ['name', 'By name'],
  ['-signed', 'By date signed'],
  ['-balance', 'By balance'],
  ['-wac', 'By WAC'],
  ['-waltv', 'By WALTV'],
  ['-checks', 'Failing first'],
] as const
const usualOrders = [['', 'Last added first'], ...otherOrders] as const
const nearOrders = [['', 'Nearest first'], ['-added', 'Last added first'], ...otherOrders] as const

/** The library's search: a plain GET form, and live while typing where scripts run (`LiveLibrary`). */
export function SearchForm({ view }: { view: View }) {
  return (
    <search className="min-w-0 max-md:w-full md:w-[500px]">
      <form action="/" method="get" data-live className="flex gap-1.5">
        <label className="field h-7 min-w-0 flex-1 max-md:h-9">
          <SearchIcon className="text-ink-3" />
          <span className="sr-only">Search the library</span>
          <input
            type="search"
            name="q"
            defaultValue={view.q}
            maxLength={200}
            placeholder="Name, party, state, or a figure as printed"
            autoComplete="off"
            data-search
          />
          <kbd className="key max-md:hidden">/</kbd>
        </label>
        <ViewFields view={view} change={{ q: undefined, sort: undefined }} />
        <OrderChoice view={view} />
        <button type="submit" className="button h-7 max-md:h-9 scripted:hidden">
          Search
        </button>
      </form>
    </search>
  )
}

/** The order of the deals, in words, the usual one too; headers sort as well where the window is wide enough for them. */
function OrderChoice({ view }: { view: View }) {
  const orders = view.near && !view.sort ? nearOrders : usualOrders
  const isListed = orders.some(([sort]) => sort === (view.sort ?? ''))
  return (
    <select
      name="sort"
      aria-label="Order"
      defaultValue={view.sort ?? ''}
      className="button h-7 px-2 max-md:h-9"
    >
      {!isListed && <option value={view.sort}>As chosen</option>}
      {orders.map(([sort, name]) => (
        <option key={sort} value={sort}>
          {name}
        </option>
      ))}
    </select>
  )
}
