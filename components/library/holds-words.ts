/** Does a name hold the words whole? `Trust 2004-12` does not hold `2004-1`. */
export function holdsWords(name: string, words: string): boolean {
  return ` ${plain(name)} `.includes(` ${plain(words)} `)
}

/** A name without its commas, and without the point of `Inc.` at its end. */
function plain(name: string): string {
  return name.replaceAll(',', '').replace(/\.(?= |$)/g, '')
}
