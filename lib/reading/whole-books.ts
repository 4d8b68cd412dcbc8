import { KEEPER, LENT, SOMEBODY } from './lenders.ts'

/** Words between a verb and the loans that it is about; a definite article means loans told of before. */
const SOME = String.raw`(?:(?!(?:by|from|to|the|these|such|those|in)\b)[\w$.,%’'-]+ ){0,8}?`
/** Before a verb in the passive, or a participle behind its noun: who did it is no subject there. */
const NOT_PASSIVE = String.raw`(?<=^|[\w’'.,)] )(?<!\b(?:be|been|being|is|are|was|were|newly|recently|previously|and|or|loans?|mortgages|contracts?|receivables?|leases?|accounts?) )`
/** Words between an owner and the loans, none of them of somebody else or of what is done with the loans. */
const OWN = String.raw`(?:(?!(?:affiliates?|subsidiar(?:y|ies)|sellers?|will|would|shall|may|has|have|is|are|the|these|transfer\w*|sells?|sold)\b)[\w-]+ ){0,4}`
const MADE = '(?:originated|funded|produced|closed|made|lent|securitized)'
const OF_A_TIME = String.raw`(?:during|in|for|through) (?:each (?:of )?)?(?:the |a )?(?:\w+ ){0,3}(?:years?|quarters?|months|periods?|(?:19|20)\d\d)\b`

/**
 * Everything that somebody services, holds or has lent, of which a pool is at most a part.
 *
 * > As of December 31, 2004 Fernmoor serviced mortgage loans for others in the states below.
 *   The following table sets forth the composition of the Bank's loan portfolio by state
 */
const portfolios = [
  String.raw`\b${SOMEBODY}['’]?s['’]? (?:(?!pools?\b)[\w-]+ ){0,4}(?:portfolio|book)\b`,
  String.raw`['’]s?['’]? (?:entire|total|whole|owned|managed) (?:[\w-]+ ){0,3}(?:portfolio|book)\b`,
  String.raw`\b(?:its|our|their) (?:own )?(?:(?!pools?\b)[\w-]+ ){0,4}(?:portfolio|book)\b`,
  String.raw`\b(?:servicing|serviced|managed|owned) (?:loan )?portfolio\b|\bportfolio of (?:the )?${SOMEBODY}\b`,
  String.raw`\bservic(?:es|ed|ing) (?:[\w-]+ ){0,3}${LENT} for (?:others|third parties|investors|itself)\b`,
  String.raw`\bservic(?:es|ed|ing) (?:(?:approximately|about|over|some) )?[\d,]+ ${LENT}\b|\b${LENT} serviced (?:and|or) subserviced\b|\bmanaged ${LENT}\b`,
  String.raw`\b(?:the |this |that )portfolio, not the\b`,
]

/**
 * What a lender made in some time, or at all.
 *
 * > Loan Production by State          Alder originated $100 million of mortgage loans, in the states below.
 *   Applications Received             mortgage loans that Alder originated during the year
 */
const production = [
  String.raw`\b${LENT} (?:production(?! (?:offices?|channels?))|originations|fundings|volume)\b`,
  String.raw`^(?:[\w’'.&-]+ ){0,5}(?<!(?:years?|months?|dates?|channels?|types?) of )(?:originations|production|applications|volume|fundings|purchases|acquisitions)(?=$| (?:volume|data|history|received|by|for|during|in|of)\b)`,
  String.raw`\bmortgage (?:originations|production)\b|['’]s?['’]? (?:[\w-]+ ){0,3}originations\b`,
  String.raw`\b(?:production|originations?) (?:summary|table|volume|data|history)\b`,
  String.raw`\bmade (?:(?:home|new|residential|conforming|non-?conforming) )*${LENT}\b`,
  String.raw`\b(?:lending|servicing|origination|underwriting|business|securitization) (?:activit(?:y|ies)|operations|experience|history|volume|programs? of)\b`,
  String.raw`${NOT_PASSIVE}(?:originated|funded|produced) ${SOME}${LENT}\b`,
  String.raw`\b(?:has|have|had) (?:originated|funded|securitized|made) (?:[\w-]+ ){0,3}${LENT}\b`,
  String.raw`\b${LENT} (?:that |which )?(?:(?!were\b|are\b|was\b)\w+ ){0,4}${MADE} (?:by (?:[\w’'.&-]+ ){1,5})?(?:under (?:\w+ ){1,6}?)?${OF_A_TIME}`,
  String.raw`^(?:in|during|for) (?:fiscal |calendar )?(?:the |\d{4})[^.]*\b${LENT} (?:originated|funded|made)\b`,
  String.raw`\bsold ${SOME}${LENT} (?:\w+ ){0,2}(?:to|into) (?:investors|others|third parties|the secondary market|other institutions)\b`,
]

/**
 * What an insurer covers, and what an agency owns or stands in for.
 *
 * > New Insurance Written by Score          our single-family guaranty book of business
 */
const covered = [
  String.raw`\b(?:insurance|risk) (?:written|in force)\b|\b(?:NIW|IIF|RIF)\b`,
  String.raw`\b${KEEPER} (?:of [\w ]{1,40}? )?(?:has |had )?(?:insured|insures|guaranteed|guarantees) (?:[\w-]+ ){0,3}${LENT}\b`,
  String.raw`\bbook of business\b|\b(?:guarant(?:y|ees?)|credit|insured|single-? ?family|multi-? ?family) (?:book|portfolio)\b`,
  String.raw`\b(?:own|owned|hold|held|securitized?) or (?:securitized?|guaranteed?|insured?)\b`,
]

/**
 * What a bank, an insurer, a fund or a plan holds.
 *
 * > The Bank's residential mortgage loans          We hold these loans for investment          Participant Loans
 */
const held = [
  String.raw`\b(?:${KEEPER}['’]?s['’]?|our) ${OWN}${LENT}\b`,
  String.raw`\b${KEEPER} (?:has |had )?(?:holds?|held|owns?|owned|retain(?:s|ed)) (?:[\w-]+ ){0,5}${LENT}\b`,
  String.raw`\bwe (?:(?:also|have|had|currently) )*(?:own|owned|hold|held|service|serviced|insure|insured|guarantee|guaranteed|invest|invested|retain|retained|make|made|lend|lent)\b`,
  String.raw`\b${LENT} (?:held|available|intended) (?:for|in) (?:sale|resale|investment|portfolio)\b`,
  String.raw`\b(?:portfolio|schedule) of investments\b|^(?:general account )?investments$|\bgeneral account\b`,
  String.raw`(?<!\btrust )\bfunds?['’]?s?['’]? (?:holds?|held|owns?|invests?|portfolio|holdings|investments)\b|\bholdings by\b`,
  String.raw`\b401\(k\)|\bparticipants?['’]? loans?\b|\bloans? (?:to|of|from) (?:plan )?participants\b|\b(?:savings|retirement|pension|profit[- ]sharing|thrift) plan\b`,
  String.raw`\bacquired (?:in|through|as part of) (?:the |a |its )?(?:[\w-]+ )?(?:merger|acquisition|combination)\b`,
  String.raw`\bwarehouse (?:line|facility|lender|agreement)s?\b`,
]

const anyOf = (sources: readonly string[]) => new RegExp(sources.join('|'), 'i')

const PRODUCTION = anyOf(production)
const BOOK = anyOf([...portfolios, ...covered, ...held])
/** > The mortgage loans were selected from the Seller's portfolio. */
const SELECTED =
  /\b(?:selected|chosen|drawn|acquired|purchased|originated|taken) (?:\w+ ){0,3}(?:from|for|by)\b/i

/** Do the words speak of all that somebody lent in some time, holds, services or covers? */
export function isWholeBook(words: string): boolean {
  return PRODUCTION.test(words) || (BOOK.test(words) && !SELECTED.test(words))
}
