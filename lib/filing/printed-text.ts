/** Characters that print nothing, by what they are. */
type UnprintedKind = 'nul' | 'control' | 'invisible'

/** What of a text printed nothing: how many characters, and where in the text without them the first stood. */
export type LeftOut = { kind: UnprintedKind; count: number; offset: number }

/**
 * A text without the characters that print nothing, so that figures they were strewn into read as they are printed, and
 * lines in which they stood line up again.
 *
 * > 1,2␀34.00           → 1,234.00         NUL
 *   ␛[1m268␛[0m         → 268              what colours a screen, and other controls
 *   Non<SHY>Owner       → NonOwner         soft hyphens inside a word, zero-width and direction marks
 *
 * A long run of NULs gives as many blanks, a separator of units or records one, and a soft hyphen elsewhere a hyphen, for
 * they part what stands beside them. Backspaces stay, see `strikeOver`.
 */
export function keepPrinted(text: string): { text: string; leftOut: LeftOut[] } {
  UNPRINTED.lastIndex = 0
  let found = UNPRINTED.exec(text)
  if (found === null) return { text, leftOut: [] }
  const leftOut = new Map<UnprintedKind, LeftOut>()
  const parts: string[] = []
  let length = 0
  let done = 0
  const keep = (part: string) => {
    parts.push(part)
    length += part.length
  }
  for (; found !== null; found = UNPRINTED.exec(text)) {
    keep(text.slice(done, found.index))
    const kind = kindOf(found[0])
    const known = leftOut.get(kind)
    if (known !== undefined) known.count += found[0].length
    else leftOut.set(kind, { kind, count: found[0].length, offset: length })
    keep(inPlaceOf(found[0], text, found.index))
    done = UNPRINTED.lastIndex
  }
  keep(text.slice(done))
  return { text: parts.join(''), leftOut: [...leftOut.values()] }
}

/** A run of NULs; a sequence that a terminal takes; another control; a mark without width. */
const UNPRINTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /\0+|\x1b\[[\d;?]{0,16}[A-Za-z]|[\x01-\x07\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

function kindOf(found: string): UnprintedKind {
  const code = found.charCodeAt(0)
  if (code === 0) return 'nul'
  return code < 0xa0 ? 'control' : 'invisible'
}

/** Longer runs of NULs stand for blanks, as where fields are padded with them; shorter ones were strewn in. */
const LONGEST_STREWN = 3
const SOFT_HYPHEN = '\u00ad'
const LETTERS = /^\p{L}\u00ad\p{L}$/u

/** What a reader sees where they stand. */
function inPlaceOf(found: string, text: string, at: number): string {
  if (found.startsWith('\0')) return found.length > LONGEST_STREWN ? ' '.repeat(found.length) : ''
  if (found === SOFT_HYPHEN) return LETTERS.test(text.slice(at - 1, at + 2)) ? '' : '-'
  return found >= '\x1c' && found <= '\x1f' ? ' ' : ''
}
