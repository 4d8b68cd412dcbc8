const QUOTE = String.raw`(?:["“”]|''|\`\`|&#14[78];|&[lr]dquo;|&quot;)`
/** So many words may stand between what is lent and the noun for it: "loans secured by home improvements (the “HILs”)". */
const LENT = String.raw`\b([Ll]oan|[Cc]ontract|[Rr]eceivable|[Ll]ease|[Mm]ortgage|[Nn]ote)s?(?: [\w-]+){0,6}`
const GIVEN = String.raw`\((?:the|each|collectively|together|and|such|as|a|an|all|in|of|which|being|[ ,]|${QUOTE}[\w -]{1,30}${QUOTE})*?${QUOTE}([A-Z][\w-]{1,20}?)${QUOTE}`
const DEFINITION = new RegExp(`${LENT} ?${GIVEN}`, 'g')

/** A definition takes no more lines. */
const MOST_LINES = 3

/**
 * Tells what the nouns of its own that a filing gives to its loans stand for, without the plural.
 *
 * > the home improvement contracts (the "HICs")         HIC: contract
 *   retail loans (each, an "RL" and together, the "RLs")
 */
export function findDefinedNouns(lines: readonly string[]): ReadonlyMap<string, string> {
  const nouns = new Map<string, string>()
  for (let index = 0; index < lines.length; index++) {
    if (!HOLDS_NOUN.test(lines[index] ?? '')) continue
    const text = lines
      .slice(Math.max(0, index - MOST_LINES + 1), index + MOST_LINES)
      .join(' ')
      .replace(/\s+/g, ' ')
    for (const [, lent = '', noun = ''] of text.matchAll(DEFINITION))
      nouns.set(singular(noun), lent.toLowerCase())
  }
  return nouns
}

/** Saves time: most lines define nothing. Quotes behind a sign of equality are of markup. */
const HOLDS_NOUN = new RegExp(`(?<!=)${QUOTE}[A-Z][\\w-]{1,20}${QUOTE}`)

const singular = (noun: string) => noun.replace(/s$/, '')

/** The words, with what nouns of the filing's own stand for behind them. */
export function spellOut(words: string, nouns: ReadonlyMap<string, string>): string {
  if (nouns.size === 0) return words
  const meant = [...words.matchAll(/\b[A-Z][\w-]{1,20}/g)].flatMap(
    ([noun]) => nouns.get(singular(noun)) ?? [],
  )
  return meant.length === 0 ? words : `${words} | ${[...new Set(meant)].join(' | ')}`
}
