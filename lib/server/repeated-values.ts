/** The query of a page's address, as Next gives it. */
export type AddressQuery = Record<string, string | string[] | undefined>

/** The same as calls have it. */
export function readAddressQuery(query: AddressQuery): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value ?? []].flat().map(one => [name, one] as [string, string]),
    ),
  )
}

/** A parameter that an address gives several values, of which none is more meant than the others. */
export type RepeatedValues = { name: string; values: string[] }

/** Those of some parameters that may have one value and have more. The same value twice is one; an empty one asks for nothing. */
export function findRepeated(query: URLSearchParams, names: readonly string[]): RepeatedValues[] {
  return names.flatMap(name => {
    const values = [...new Set(query.getAll(name).map(value => value.trim()))].filter(value => value !== '')
    return values.length > 1 ? [{ name, values }] : []
  })
}

/** > The address gives “measure” two values, “balancePct” and “loanCount”; none of them is used. */
export function sayRepeated({ name, values }: RepeatedValues): string {
  const said = values.slice(0, mostSaid).map(value => `“${value}”`)
  const count = values.length === 2 ? 'two' : String(values.length)
  const list = values.length === 2 ? said.join(' and ') : said.join(', ')
  return `The address gives “${name}” ${count} values, ${list}${values.length > mostSaid ? ' …' : ''}; none of them is used.`
}
const mostSaid = 4

/** What a call answers of the first of them, as the detail of its error; null where there is none. */
export function detailOfRepeated(query: URLSearchParams, names: readonly string[]): string | null {
  const [first] = findRepeated(query, names)
  return first
    ? `${first.name}: there are ${first.values.length === 2 ? 'two' : first.values.length} values`
    : null
}

/** The first value of a parameter that is not empty; null where it has none, or several. */
export function onlyValue(query: URLSearchParams, name: string): string | null {
  if (findRepeated(query, [name]).length > 0) return null
  return query.getAll(name).find(value => value.trim() !== '') ?? null
}
