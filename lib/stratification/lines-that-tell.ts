import { oncePer } from '../once-per.ts'
import { firstThat } from '../ordered.ts'

/**
 * The lines of a file that hold certain words, 0-based, in order: each line is looked at once, for all tables and whatever is
 * asked of them. Saves time: most lines tell nothing.
 */
function linesWith(words: RegExp): (lines: readonly string[]) => readonly number[] {
  return oncePer((lines: readonly string[]): readonly number[] => {
    const telling: number[] = []
    for (let index = 0; index < lines.length; index++) if (words.test(lines[index] ?? '')) telling.push(index)
    return telling
  })
}

/** Those that may name a loan group. */
export const linesNamingGroup = linesWith(/group|pool/i)

/** Those that may tell a scale of dollars or of terms. */
export const linesTellingScale = linesWith(/thousands|millions|billions|000|in (?:whole )?(?:years|yrs)/i)

/** Which of them stand from one line to another, both 1-based and inclusive, as 1-based lines. */
export function linesFrom(telling: readonly number[], first: number, last: number): number[] {
  const found: number[] = []
  for (let order = firstThat(telling, index => index + 1 >= first); order < telling.length; order++) {
    const line = (telling[order] ?? 0) + 1
    if (line > last) break
    found.push(line)
  }
  return found
}
