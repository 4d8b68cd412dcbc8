import { loansSpokenOf } from '../reading/other-loans.ts'

/**
 * Words that name the loans of a pool without telling them apart: what they are lent as, the pool itself, the day they are
 * told of. Any other word before or behind the noun may narrow it.
 */
const PLAIN = new Set(
  `a about accounts aggregate all an any approximately are as asset assets at auto automobile automobiles balance balances
  boat borrower borrowers business calculation closing collateral commercial consumer contract contracts coupon coupons
  credit cut cut-off cutoff date days dealer deeds each entire equipment equity finance financed financing for fund group
  heloc helocs hels home homes housing improvement in included initial installment instalment interest issuer issuing
  entity land lease leases line lines loan loans manufactured month months mortgage mortgaged mortgages mortgagor
  mortgagors motor multifamily note notes obligor obligors of off on origination original pool portion principal private
  properties property promissory purchase rate rates receivable receivables recreational related residential retail
  revolving sale sales scheduled secured securing securitization securitized statistical stated student such the their
  there thereof these those timeshare total truck trucks trust underlying unpaid vehicle vehicles whole`.split(
    /\s+/,
  ),
)

/** What is lent, or who owes it: the last word of the loans that a figure is told of. */
const LENT =
  /\b(?:loans?|mortgages|contracts|receivables|leases|accounts|liens|helocs|borrowers|mortgagors|obligors|those|pool)\b/i
/** Where the words for the loans end. Which loans clauses speak of, `subset` knows. */
const END =
  /,|:|;|\(|\b(?:is|was|are|were|equals|had|has|have|bears?|will|as of|at|being|that|which|whose|with|having|for which|over|rang\w+|var(?:y|ies|ied|ying)|from|based|by outstanding|by principal)\b/i
const OF = /(?<!\bas )\b(?:of|for|on|among) (?!approximately\b|about\b|not\b|no\b|at\b|\$|\d)/gi
const VERB = /\b(?:had|have|has|bears?|bore|carry|carried)\b/i
/** > As of March 1, 2003, the */
const AS_OF = /^\W*(?:as of|at|on) [^.;]*?,\s(?=(?:the|all|each|such|\d))/i
/** What would be, were other loans in the pool or fees paid. */
const UNDER_CONDITION =
  /\b(?:if|following|including|excluding|exclusive of|giving effect|less (?:the|all|any)|minus|after deduct\w+|reduced by)\b/i

/**
 * Is a figure, stated in a sentence behind words that name it, told of a part of the loans, of others, or of what would be?
 *
 * > The weighted average mortgage rate of the Fixed Rate Loans is 7.125%        of a part
 *   The mortgage loans serviced by Harrow had a weighted average age of 4 months
 *   The weighted average mortgage rate of the Mortgage Loans as of the Cut-off Date was 7.250%      of all
 *
 * `known` are further words that the filing calls all its loans, or the group, by, in lower case.
 */
export function isOfAPart(
  sentence: string,
  { start, end, figure }: { start: number; end: number; figure: number },
  known: ReadonlySet<string>,
): boolean {
  const before = sentence.slice(0, start)
  const after = sentence.slice(end, figure)
  if (loansSpokenOf(sentence) === 'others') return true
  if (
    UNDER_CONDITION.test(after) ||
    /^\W*(?:if|assuming|following|after|(?:as of|at|on) an? (?:prior|previous|earlier))\b/i.test(before)
  )
    return true
  const own = loansOf(after)
  if (own.length > 0) return own.some(words => narrows(words, known))
  return [...subjectOf(before), ...loansOf(before)].some(words => narrows(words, known))
}

/** The words for loans behind `of`. */
function loansOf(text: string): string[] {
  return [...text.matchAll(OF)].flatMap(({ index, 0: of }) => {
    const rest = text.slice(index + of.length)
    const words = rest.slice(0, END.exec(rest)?.index)
    return LENT.test(words) ? [words] : []
  })
}

/** What has, or bears, the average. */
function subjectOf(before: string): string[] {
  const clause = before.replace(AS_OF, '')
  const verb = VERB.exec(clause)
  const words = verb === null ? '' : clause.slice(0, verb.index)
  return LENT.test(words) && END.exec(words) === null ? [words] : []
}

function narrows(words: string, known: ReadonlySet<string>): boolean {
  return (words.toLowerCase().match(/[a-z][a-z'’-]*|%/g) ?? []).some(
    word => !PLAIN.has(word) && !known.has(word),
  )
}
