const OPEN_END = /(?:[/,&]|[a-z]{2}-|\b(?:and|or|of|to|with|for|the|in))$/i
const CONTINUES = /^(?:[a-z(&/]|and\b|or\b|with\b)/

/** Do the words want a continuation, as `Stated Income/` and `Consolidation Loans (including` do? */
export function opensLabel(text: string): boolean {
  return OPEN_END.test(text) || text.lastIndexOf('(') > text.lastIndexOf(')')
}

/** Do the words go on from a label above them, as `with Verified Assets` does? */
export function continuesLabel(label: string, words: string): boolean {
  return opensLabel(label) || CONTINUES.test(words)
}

/** A small letter, and no figure behind it: "less than 50.00" is a label of its own. */
const SMALL = /^[a-z]{2}\D*$/

/** Do so few labels begin with a small letter that one which does is the rest of a wrapped one? */
export function beginWithCapitals(labels: readonly string[]): boolean {
  return labels.filter(label => SMALL.test(label)).length * 2 <= labels.length
}

/** Is a label the rest of the words above it, where others begin with a capital? `undergraduate consolidation)` */
export function isRestOfLabel(words: string, label: string): boolean {
  return SMALL.test(label) && !words.endsWith(':')
}
