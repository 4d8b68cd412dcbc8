import type { Order, View } from './view.ts'

const measureNames = new Map<string, string>(
  Object.entries({
    balanceCents: 'balance',
    loanCount: 'count',
    balancePct: 'percent',
  }),
)

/** A measure's name in an address: `balance`, `count`, `percent`, else its id. */
export function shortenMeasure(measure: string): string {
  return measureNames.get(measure) ?? measure
}

function lengthenMeasure(name: string): string {
  return [...measureNames].find(([, short]) => short === name)?.[0] ?? name
}

/**
 * The view an address names; parts that cannot be understood are left out.
 *
 * > ?measure=count&line=waRatePct&group=loan-group-1&sort=state.balance-desc,purpose.label-asc&cumulative=original-ltv
 */
export function readView(search: string): View {
  const params = new URLSearchParams(search)
  const measure = params.get('measure')
  const sorts = new Map((params.get('sort') ?? '').split(',').flatMap(readSort))
  const cumulative = new Set((params.get('cumulative') ?? '').split(',').filter(id => id !== ''))
  return {
    measure: measure && lengthenMeasure(measure),
    line: params.get('line') || null,
    group: params.get('group') || null,
    sorts,
    cumulative,
    at: params.get('at') || null,
  }
}

function readSort(text: string): [string, Order][] {
  const [, id, name, direction] = /^([\w-]+)\.(\w+)-(asc|desc)$/.exec(text) ?? []
  return id && name ? [[id, { column: lengthenMeasure(name), isDescending: direction === 'desc' }]] : []
}

/** The address with another view; an empty view leaves no trace in it. */
export function writeView(address: string, view: View): string {
  const url = new URL(address)
  const sorts = [...view.sorts].map(
    ([id, { column, isDescending }]) => `${id}.${shortenMeasure(column)}-${isDescending ? 'desc' : 'asc'}`,
  )
  setOrDelete(url, 'measure', view.measure === null ? '' : shortenMeasure(view.measure))
  setOrDelete(url, 'line', view.line ?? '')
  setOrDelete(url, 'group', view.group ?? '')
  setOrDelete(url, 'sort', sorts.join(','))
  setOrDelete(url, 'cumulative', [...view.cumulative].join(','))
  setOrDelete(url, 'at', view.at ?? '')
  // Commas and colons are lawful in a query, and easier to read and to trust.
  url.search = url.search.replaceAll('%2C', ',').replaceAll('%3A', ':')
  return url.href
}

function setOrDelete(url: URL, name: string, value: string) {
  if (value) url.searchParams.set(name, value)
  else url.searchParams.delete(name)
}
