import { remember } from '../remember.ts'

/** By what printed figures are multiplied, as words say; null where they say nothing of the kind. */
export type SaidScales = { money: number | null; count: number | null; years: boolean }

const POWERS: readonly [pattern: RegExp, power: number][] = [
  [/\bbillions?\b/i, 1e9],
  [/\bmillions?\b|\bmm\b|\$ ?mil\b/i, 1e6],
  [/\bthousands?\b|\b0{3}['’]?s\b|\(\$? ?'?0{3}'?s?\)|\$ ?'?0{3}s?\b/i, 1e3],
]
/** What is counted, not paid, in a phrase such as `accounts in thousands`. */
const COUNTED = /\b(?:accounts?|loans?|contracts?|receivables?|leases?|cards?|numbers?|units?)\b/i
const PAID = /\bdollars?\b|\$|\bamounts?\b|\bbalances?\b|\bprincipal\b|\breceivables\b/i
/** Nothing but what is counted or paid: it shares the scale that the end of its list tells. */
const LISTED =
  /^(?:(?:all|the|total) )*(?:(?:numbers?|no\.?|#) of )?(?:[\w-]+ ){0,2}(?:accounts?|loans?|contracts?|receivables?|leases?|cards?|units?|dollars?|\$|amounts?|balances?|principal)$/i
const IN_YEARS =
  /[([](?:in )?(?:years?|yrs?\.?)[)\]]|\bin (?:whole )?(?:years|yrs)\b(?! *(?:\d|prior\b|before\b|after\b))|^(?:years?|yrs?)$/i

/**
 * The scale that a title, a heading or a header tells, for money and for counts.
 *
 * > (Dollars in Thousands; Accounts in Thousands)   money 1,000, count 1,000
 *   Principal Balance ($000s)                         money 1,000
 *   (Accounts and Dollars in Thousands)               money 1,000, count 1,000
 *   (in millions, except number of loans)             money 1,000,000
 *   W.A. Rem. Term (Years)                            years
 */
export function readScales(words: string): Readonly<SaidScales> {
  return MAY_TELL.test(words) ? readPhrases(words) : NOTHING
}

/** Saves time: most titles and headings tell no scale. */
const MAY_TELL = /illions?\b|\bmm\b|\$ ?mil\b|thousand|000|years?|yrs?/i
const NOTHING: Readonly<SaidScales> = { money: null, count: null, years: false }

const readPhrases = remember((words): Readonly<SaidScales> => {
  const said: SaidScales = { money: null, count: null, years: IN_YEARS.test(words) }
  for (const part of words.split(/;/)) readList(part, said)
  return said
})

/** What a list tells: words for what is counted or paid have the scale that is told next. */
function readList(list: string, said: SaidScales) {
  let listed: string[] = []
  for (const phrase of list.split(/,|&|\b(?:and|or)\b/i)) {
    const power = powerIn(phrase)
    const noun = phrase.slice(phrase.lastIndexOf('(') + 1).trim()
    if (/\bexcept|\bother than\b/i.test(phrase)) listed = []
    else if (power !== null) {
      for (const one of [...listed, phrase]) note(said, one, power)
      listed = []
    } else if (LISTED.test(noun)) listed.push(noun)
    else listed = []
  }
}

function note(said: SaidScales, phrase: string, power: number) {
  const isCounted = isOfCounts(phrase)
  if (isCounted) said.count ??= power
  else said.money ??= power
}

/**
 * Does a scale tell of what is counted? One in brackets tells of dollars, unless they say otherwise, or nothing else stands
 * before them.
 *
 * > Property Types of the Mortgage Loans (in thousands)     of dollars
 *   Number of Loans (in thousands)                          of counts
 */
function isOfCounts(phrase: string): boolean {
  const open = phrase.lastIndexOf('(')
  const inside = phrase.slice(open + 1)
  const isInside = open > 0 && powerIn(inside) !== null
  const isBare = isInside && !COUNTED.test(inside) && !PAID.test(inside)
  const words = isBare ? phrase.slice(0, open).trim() : isInside ? inside : phrase
  return COUNTED.test(words) && !PAID.test(words) && (!isBare || LISTED.test(words))
}

function powerIn(phrase: string): number | null {
  return POWERS.find(([pattern]) => pattern.test(phrase))?.[1] ?? null
}

/** The scale that a column's own header tells of its figures, whatever they measure. */
export function scaleInHeader(header: string): number | null {
  return powerIn(header)
}
