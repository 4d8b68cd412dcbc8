/**
 * Footnote marks that are characters of their own, digits raised and daggers: `Documentation²`, `360‡`. Nothing else in
 * a table is printed with them, but the squares and cubes of measures (`ft²`).
 */
export const RAISED = '[¹²³⁰⁴-⁹†‡]'

/**
 * Marks that may as well count a list, or end a range (`700+`): letters in brackets, and signs. They are marks of a table
 * only where it prints them and a note begins with them.
 *
 * > Other States (a)     36.50%          95.01% - 100.00%      1     +
 *   (a)  Eleven other states.            +  Less than 0.005%.
 */
export const LETTER_OR_SIGN = '\\([a-z]\\)|\\[[a-z]\\]|[+#^§¶]{1,3}'

const DIGITS = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [raised, String(digit)]))
const DAGGERS = new Set(['†', '‡'])

/** Is it the code of such a character? */
export function isRaised(code: number): boolean {
  const character = String.fromCharCode(code)
  return code > 127 && (DIGITS.has(character) || DAGGERS.has(character))
}

/** What a mark is called without what sets it off, as its note and what it marks have in common: `(2)`, `2/` and `²` are 2. */
export function nameOfMark(printed: string): string {
  return [...printed]
    .filter(character => !BESIDE.has(character))
    .map(character => DIGITS.get(character) ?? character)
    .join('')
}

const BESIDE = new Set(['(', ')', '[', ']', '/'])
