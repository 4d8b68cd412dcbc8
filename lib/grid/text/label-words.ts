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

/** `Greater than`, `Less than or equal`, `Between`: a figure follows. */
const WANTS_FIGURE = /\b(?:than|over|above|below|under|least|most|between|from|equal)$/i
/** `to 50.00%`, `but less than 80.00%`: goes on with the first bound of a range. */
const SECOND_BOUND = /^(?:to|but|and|or|through|thru|than|equal)\b/i
const FIGURE = /^\$? ?\d/

/** Do words and the label below them bound one range: `Greater than` over `80.00%`, `Up to` over `and including 50.00%`? */
export function boundsRange(words: string, label: string): boolean {
  return (
    /\d/.test(label) &&
    (WANTS_FIGURE.test(words) ? FIGURE.test(label) || SECOND_BOUND.test(label) : SECOND_BOUND.test(label))
  )
}

/** Do so few labels begin with a small letter that one which does is the rest of a wrapped one? */
export function beginWithCapitals(labels: readonly string[]): boolean {
  return labels.filter(label => SMALL.test(label)).length * 2 <= labels.length
}

/** Is a label the rest of the words above it, where others begin with a capital? `undergraduate consolidation)` */
export function isRestOfLabel(words: string, label: string): boolean {
  return SMALL.test(label) && !words.endsWith(':')
}
