const longest = 31

/**
 * Names for the sheets of a workbook, as Excel allows them: at most 31 characters, none of `[]:*?/\`, no apostrophe at
 * either end, no two alike whatever their case.
 */
export function sheetNames(titles: string[]): string[] {
  const taken = new Set<string>()
  return titles.map(title => {
    const name = freeName(allowed(title), taken)
    taken.add(name.toLowerCase())
    return name
  })
}

function allowed(title: string): string {
  const name = title
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    .replace(/^['\s]+|['\s]+$/g, '')
  // Excel keeps the name History for itself.
  return name === '' || /^history$/i.test(name) ? `Table ${name}`.trim() : name
}

function freeName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`
    const candidate = `${name.slice(0, longest - ending.length).trimEnd()}${ending}`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}
