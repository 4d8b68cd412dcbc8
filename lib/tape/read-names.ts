/**
 * Names with commas between them, among those that are known: in any case of letters, and names may hold commas themselves.
 * The longest name that is known counts first. `otherwise` reads what is no known name, such as a state by its name.
 *
 * > TX,CA     Bank of Examples, N.A.     Bank of Examples, N.A.,Example Lending
 */
export function readNames(
  typed: string,
  known: readonly string[],
  otherwise: ((name: string) => string | null) | null,
): { names: string[] } | { unknown: string } {
  const byFold = new Map(known.map(name => [fold(name), name]))
  const find = (text: string) => byFold.get(fold(text)) ?? otherwise?.(text.trim()) ?? null
  const pieces = typed.split(',')
  const names: string[] = []
  for (let from = 0; from < pieces.length; ) {
    const found = longest(pieces, from, find)
    if (found === null) return { unknown: (pieces[from] ?? '').trim() }
    names.push(found.name)
    from = found.to
  }
  return { names: [...new Set(names)] }
}

/** Names hold few commas; more pieces are not joined to one. */
const mostPieces = 6

function longest(
  pieces: readonly string[],
  from: number,
  find: (text: string) => string | null,
): { name: string; to: number } | null {
  for (let to = Math.min(pieces.length, from + mostPieces); to > from; to--) {
    const name = find(pieces.slice(from, to).join(','))
    if (name !== null) return { name, to }
  }
  return null
}

const fold = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** Names as one parameter's value where that reads back as the same names, else a value for each. */
export function printNames(
  names: readonly string[],
  known: readonly string[],
  otherwise: ((name: string) => string | null) | null,
): string[] {
  const joined = names.join(',')
  const read = readNames(joined, known, otherwise)
  const isSame = 'names' in read && read.names.join('\n') === names.join('\n')
  return isSame ? [joined] : [...names]
}
