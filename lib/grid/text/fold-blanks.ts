const BLANKS = /[\s\u00a0]+/g

/** The text with inner runs of blanks folded to one. */
export function foldBlanks(text: string): string {
  return hasRuns(text) ? text.replace(BLANKS, ' ') : text
}

/** Two blanks in a row, a tab, or a blank of another kind: most texts have none and stay as they are. */
function hasRuns(text: string): boolean {
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 9 || code === 160 || (code === 32 && before === 32)) return true
    before = code
  }
  return false
}
