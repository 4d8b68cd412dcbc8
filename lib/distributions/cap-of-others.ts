import type { Stratification } from '../report.ts'

const CAP =
  /(?:less than|under|below|fewer than|(?:no|not) (?:more|greater) than|not (?:to exceed|exceeding)|up to|at most|<|≤)\s*(?:or equal to\s*)?(?:approximately\s*)?(\d+(?:\.\d+)?)\s*(?:%|percent)/i
const NO_OTHER =
  /\b(?:no other|none of the (?:other|remaining)|no (?:state|jurisdiction)\b.{0,40}\bother)\b.{0,120}?\b(?:more than|exceed\w*|greater than|over)\s*(?:approximately\s*)?(\d+(?:\.\d+)?)\s*(?:%|percent)/i

/** A share of a postal code is none of a row, though notes of tables of states tell it. */
const OF_POSTAL_CODES = /\b(?:zip|postal)\b/i

/** A cap that is said to be one on the number of loans; others are on the balance, as shares of a pool are. */
const BY_COUNT = /\bby (?:number|count)\b|\b(?:number|count) of (?:the )?(?:mortgage )?loans\b/i
const BY_BALANCE = /\bbalances?\b|\bprincipal\b/i

/**
 * The share, by balance or by the number of loans, that none of the rows which are not printed comes to, as the residual's
 * label or a note states it. A table whose rows fall by the number of loans, and not by balance, may mean either.
 */
export function capOf(table: Stratification, by: 'balance' | 'count'): number | null {
  const { buckets, footnotes } = table
  const rest = buckets.filter(({ code }) => code === 'other')
  const told = footnotes.filter(({ text }) => !OF_POSTAL_CODES.test(text))
  const notes = told.filter(({ mark }) => rest.some(({ marks }) => marks.includes(mark)))
  const isOf = (text: string) => {
    if (BY_COUNT.test(text)) return by === 'count'
    return by === 'balance' && (BY_BALANCE.test(text) || !fallsByCount(table))
  }
  const found = (texts: readonly string[], pattern: RegExp) =>
    texts.filter(isOf).flatMap(text => pattern.exec(text)?.[1] ?? [])
  const caps = [
    ...found([...rest.map(({ label }) => label), ...notes.map(({ text }) => text)], CAP),
    ...found(
      told.map(({ text }) => text),
      NO_OTHER,
    ),
  ].map(Number)
  return caps.length === 0 ? null : caps.reduce((a, b) => Math.min(a, b))
}

/** Do the rows fall by the number of loans, and not by balance? */
function fallsByCount({ buckets }: Stratification): boolean {
  const named = buckets.filter(({ code }) => code !== 'other')
  const falls = (measure: string) =>
    named.every((row, order) => {
      const next = named[order + 1]?.values[measure]
      return next === undefined || (next ?? 0) <= (row.values[measure] ?? 0)
    })
  const balance = named.some(({ values }) => values.balanceCents != null) ? 'balanceCents' : 'balancePct'
  return named.length > 2 && falls('loanCount') && !falls(balance)
}
