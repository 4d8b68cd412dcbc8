/**
 * The characters of lines as numbers, in one array, for walking them that way is several times faster.
 *
 * Line n of the stretch begins at `starts[n]`; a line feed ends it.
 */
export type LineCodes = { codes: Uint16Array; starts: Int32Array }

/** The codes of the lines from `first` up to `last`, both 0-based. */
export function codeLines(lines: readonly string[], first: number, last: number): LineCodes {
  const chosen = lines.slice(first, last)
  const starts = new Int32Array(chosen.length)
  let length = 0
  for (let order = 0; order < chosen.length; order++) {
    starts[order] = length
    length += (chosen[order]?.length ?? 0) + 1
  }
  const codes = new Uint16Array(length)
  Buffer.from(codes.buffer).write(chosen.join('\n'), 'utf16le')
  codes[length - 1] = 10
  return { codes, starts }
}

/** What patterns call `\s`, nearly all of it told by the code alone. */
export function isSpace(code: number): boolean {
  return isWhite(code) || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)))
}

/** One line, as text and as codes; its own begin at `start`. */
export type CodedLine = { text: string; codes: Uint16Array; start: number }

/** A blank that may stand anywhere on a line. */
export function isWhite(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160
}

/**
 * Is there a blank at this place of the line, or a sign of a leader: dots, underscores, middle dots and bullets beside each
 * other or alone between blanks, and of signs that mean something by themselves so many as mean nothing?
 *
 * > California . . . . 268      California ____ 268      California - - - - 268      Reduced ------ 268
 *   Other      -    -   12      a dash is a zero, and three are none printed
 */
export function isGap({ codes, start }: CodedLine, place: number): boolean {
  const at = start + place
  const code = codes[at] ?? 32
  if (code === 32 || code === 9 || code === 160) return true
  if (isPoint(code)) {
    const before = codes[at - 1] ?? 10
    const after = codes[at + 1] ?? 10
    if (code === ELLIPSIS || before === code || after === code || (isEmpty(before) && isEmpty(after)))
      return true
    // The first of `Utah_ _ _ _`, and the last before a figure; a point there ends a word.
    return code !== 46 && (codes[at + 2] === code || codes[at - 2] === code)
  }
  return isStroke(code) && isLongRun(codes, at, code)
}

const ELLIPSIS = 0x2026

/** `.`, `_`, `·`, `•`, `…` */
function isPoint(code: number): boolean {
  return code === 46 || code === 95 || code === 183 || code === 0x2022 || code === ELLIPSIS
}

/** `-`, `*`, `=`, `~`, which say something where they stand alone. */
function isStroke(code: number): boolean {
  return code === 45 || code === 42 || code === 61 || code === 126
}

/** Fewer strokes are a mark, or stand in the place of a figure: `***`, `---`. */
const FEWEST_STROKES = 5

/** Is the stroke one of many, glued or a blank apart? No more of them are looked at than make a leader. */
function isLongRun(codes: Uint16Array, at: number, code: number): boolean {
  let strokes = 1
  for (const step of [-1, 1])
    for (let next = at + step; strokes < FEWEST_STROKES; next += step) {
      if (codes[next] === 32) next += step
      if (codes[next] !== code) break
      strokes++
    }
  return strokes >= FEWEST_STROKES
}

/** A blank, or the end of a line. */
function isEmpty(code: number): boolean {
  return code === 32 || code === 10
}
