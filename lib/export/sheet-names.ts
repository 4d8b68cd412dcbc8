const longest = 31

/**
 * Names for the sheets of a workbook, as Excel allows them: at most 31 characters, none of `[]:*?/\`, no apostrophe at
 * either end, no two alike whatever their case.
 */
export function sheetNames(titles: string[]): string[] {
  const taken = new Set<string>()
  return titles.map(title => {
    const name = freeName(allowed(title), taken)
    taken.add(fold(name))
    return name
  })
}

/** What tells two names apart: not their case, and not whether letters are wide. */
const fold = (name: string) => name.normalize('NFKC').toLowerCase()

/** As much of a text as fits into so many codes, without half a letter at its end. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

function allowed(title: string): string {
  const plain = title
    .replace(/[[\]:*?/\\\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/[：＊？／＼［］]/g, ' ')
    .replace(/\s+/g, ' ')
  const name = cut(plain, longest).replace(/^['\s]+|['\s]+$/g, '')
  // Excel keeps the name History for itself.
  return name === '' || /^history$/i.test(name) ? `Table ${name}`.trim() : name
}

function freeName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`
    const candidate = `${cut(name, longest - ending.length).trimEnd()}${ending}`
    if (!taken.has(fold(candidate))) return candidate
  }
}
