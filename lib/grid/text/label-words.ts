const OPEN_END = /(?:[/,&]|[a-z]{2}-|\b(?:and|or|of|to|with|for|the|in))$/i
const CONTINUES = /^(?:[a-z(&/]|and\b|or\b|with\b)/

/** Do the words want a continuation, as `Stated Income/` does? */
export function opensLabel(text: string): boolean {
  return OPEN_END.test(text)
}

/** Do the words go on from a label above them, as `with Verified Assets` does? */
export function continuesLabel(label: string, words: string): boolean {
  return OPEN_END.test(label) || CONTINUES.test(words)
}
