const SMALL_WORDS = new Set(['of', 'and', 'the', 'for', 'in', 'on', 'to', 'de', 'la', 'as'])

/** Is a name printed in capitals alone? */
export function isAllCapitals(name: string): boolean {
  return /[A-Z]{2}/.test(name) && !/[a-z]/.test(name)
}

/**
 * A name printed in capitals, in natural case: `MARLOWE, PIKE & CO. INC.` is `Marlowe, Pike & Co. Inc.`
 *
 * Words without a vowel stay (`LLC`, `LP`), and so do initials with points (`N.A.`) and numbers with letters
 * (`2003-21T1`). A name that has small letters is given as printed.
 */
export function toNaturalCase(name: string): string {
  if (!isAllCapitals(name)) return name
  return name.replace(/[^\s/&(-]+/g, (word, at: number) => caseWord(word, at === 0))
}

function caseWord(word: string, isFirst: boolean): string {
  const small = word.toLowerCase()
  if (!isFirst && SMALL_WORDS.has(small)) return small
  if (/\d/.test(word) || /^(?:[A-Z]\.)+,?$/.test(word) || !/[AEIOUY]/.test(word)) return word
  if (/^I{2,3}$|^IV$/.test(word)) return word
  return small.replace(/[a-z]/, first => first.toUpperCase())
}
