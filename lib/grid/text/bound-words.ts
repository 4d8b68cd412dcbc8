const WORDS_BEFORE_A_BOUND =
  /(?:^|\s)(?:to|thru|through|than|between|from|at least|[<>]=?|=[<>]|[≤≥]|[-–—])$|^(?:over|under|above|below)$|[\d%][-–—]$/i

/** What such words end in; most labels end otherwise and need no closer look. */
const ENDINGS = new Set(
  [...'ouhnmtrew'].flatMap(letter => [letter, letter.toUpperCase()]).concat([...'<>=≤≥-–—']),
)

/** Do the words want a figure after them, as `Greater than` and `$150,000 -` do? */
export function endsInBoundWord(words: string): boolean {
  return ENDINGS.has(words.charAt(words.length - 1)) && WORDS_BEFORE_A_BOUND.test(words)
}
