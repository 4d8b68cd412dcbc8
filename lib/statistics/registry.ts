import type { StatisticKind } from './statistic-kind.ts'

/** > the effective weighted average loan-to-value ratio   the weighted average loan-to-value ratio (net of insurance) */
const notNet = (phrase: string) =>
  new RegExp(
    String.raw`(?<!\b(?:effective|net|adjusted) )${phrase}\b(?!(?: ratios?)?,? \(?(?:net of|after|as adjusted|adjusted)\b)`,
    'gi',
  )

const percentOf = (dimension: string) => ({ dimension, floor: 0, ceiling: null })

const averages: StatisticKind[] = [
  {
    id: 'net-wac',
    name: 'Weighted average rate, net',
    unit: 'percent',
    phrases: [
      /weighted average (?:adjusted )?net (?:mortgage |interest |loan |pass-through )*(?:rates?|coupons?)/gi,
      /\bnet wac\b/gi,
    ],
    hints: ['average net', 'adjusted net', 'net wac'],
    figure: 'after',
    average: percentOf('mortgage-rate'),
    measure: 'waNetRatePct',
  },
  {
    id: 'wac',
    name: 'Weighted average rate',
    unit: 'percent',
    phrases: [
      /weighted average (?:of the )?(?:(?:gross|current|annual|initial|per annum|mortgage|loan|interest|note|coupon|contract|receivables?|lease|percentage|nominal|stated) )*(?:rates?|coupons?|aprs?)\b(?! caps?)/gi,
      /(?<!net )\bwac\b/gi,
    ],
    hints: ['rate', 'coupon', 'wac', 'apr'],
    figure: 'after',
    average: percentOf('mortgage-rate'),
    measure: 'waRatePct',
  },
  {
    id: 'wa-cltv',
    name: 'Weighted average combined loan-to-value',
    unit: 'percent',
    phrases: [
      notNet(
        'weighted average (?:original |current )?combined (?:original )?(?:loan[- ]to[- ]value(?: ratios?)?|ltv)',
      ),
      notNet('weighted average (?:original )?cltv'),
    ],
    hints: ['combined', 'cltv'],
    figure: 'after',
    average: percentOf('combined-ltv'),
    measure: 'waCltvPct',
  },
  {
    id: 'waltv',
    name: 'Weighted average original loan-to-value',
    unit: 'percent',
    phrases: [
      notNet('weighted average (?:original )?(?:loan[- ]to[- ]value(?: ratios?)?|ltv)'),
      notNet('weighted average oltv'),
    ],
    hints: ['value', 'ltv'],
    figure: 'after',
    average: percentOf('original-ltv'),
    measure: 'waLtvPct',
  },
  {
    id: 'wam',
    name: 'Weighted average remaining term',
    unit: 'months',
    phrases: [
      /weighted average (?:stated )?remaining (?:(?:stated|contract|contractual|scheduled) )?(?:terms?|months)(?: to (?:stated )?maturity)?/gi,
      /\bwam\b/gi,
    ],
    hints: ['remaining', 'wam'],
    figure: 'after',
    average: { dimension: 'remaining-term', floor: 0, ceiling: null },
    measure: 'waRemainingTermMonths',
  },
  {
    id: 'wa-original-term',
    name: 'Weighted average original term',
    unit: 'months',
    phrases: [
      /weighted average original (?:(?:stated|contract|contractual|scheduled) )?(?:terms?|months)(?: to (?:stated )?maturity)?/gi,
    ],
    hints: ['average original'],
    figure: 'after',
    average: { dimension: 'original-term', floor: 0, ceiling: null },
    measure: 'waOriginalTermMonths',
  },
  {
    id: 'wa-loan-age',
    name: 'Weighted average loan age',
    unit: 'months',
    phrases: [/weighted average (?:loan age|seasoning|age)/gi],
    hints: ['average loan age', 'average seasoning', 'average age'],
    figure: 'after',
    average: { dimension: 'loan-age', floor: 0, ceiling: null },
    measure: 'waLoanAgeMonths',
  },
  {
    id: 'wa-credit-score',
    name: 'Weighted average credit score',
    unit: 'score',
    phrases: [
      /weighted average (?:non-zero )?(?:fico|credit|credit bureau|beacon)(?: credit| bureau| risk)*(?: scores?)?/gi,
    ],
    hints: ['fico', 'credit', 'beacon'],
    figure: 'after',
    average: { dimension: 'credit-score', floor: 300, ceiling: 850 },
    measure: 'waCreditScore',
  },
  {
    id: 'wa-dti',
    name: 'Weighted average debt-to-income',
    unit: 'percent',
    phrases: [/weighted average (?:back-end )?(?:debt[- ]to[- ]income(?: ratios?)?|dti)/gi],
    hints: ['debt', 'dti'],
    figure: 'after',
    average: percentOf('dti'),
    measure: 'waDtiPct',
  },
  {
    id: 'wa-margin',
    name: 'Weighted average gross margin',
    unit: 'percent',
    phrases: [/weighted average (?:gross )?margins?/gi],
    hints: ['margin'],
    figure: 'after',
    average: { dimension: 'gross-margin', floor: null, ceiling: null },
    measure: 'waMarginPct',
  },
]

const poolFigures: StatisticKind[] = [
  {
    id: 'average-balance',
    name: 'Average balance',
    unit: 'cents',
    phrases: [
      /(?<!weighted )average (?:(?:current|outstanding|unpaid|scheduled|stated|cut-off date|mortgage|loan) )*(?:principal )?balances?(?! (?:at|as of(?: the date of)?|upon) origination)/gi,
    ],
    hints: ['balance'],
    figure: 'after',
    unless: /\bcertificates?\b|\bclass(?:es)?\b/i,
    average: null,
    measure: 'averageBalanceCents',
  },
  {
    id: 'pool-balance',
    name: 'Pool balance',
    unit: 'cents',
    phrases: [
      /(?:aggregate|total) (?:(?:current|outstanding|unpaid|scheduled|stated|cut-off date) )*(?:principal )?balances?/gi,
    ],
    hints: ['aggregate', 'total'],
    figure: 'after',
    sentence: /\b(?:loans|pool)\b/i,
    unless: /\bcertificates?\b|\bclass(?:es)?\b|\bnotes\b/i,
    average: null,
    measure: null,
  },
  {
    id: 'loan-count',
    name: 'Number of loans',
    unit: 'count',
    phrases: [
      /(?<=\b(?:consist(?:s|ed|ing)?|comprised|composed|pool|total)(?:,? as of [^.;$]{3,60}?,?)? of (?:approximately |about )?\d[\d,]* )(?:[a-z-]+,? ){0,6}?(?:loans|lines of credit|contracts|receivables)\b/gi,
    ],
    hints: ['consist', 'comprised of', 'composed of', 'pool of', 'total of'],
    figure: 'before',
    average: null,
    measure: null,
  },
  {
    id: 'loan-count',
    name: 'Number of loans',
    unit: 'count',
    phrases: [/(?:total )?number of (?:initial |statistical )?(?:mortgage |home equity |home )?loans/gi],
    hints: ['number of'],
    figure: 'after',
    unless: /\bdelinquent\b|\bpaid\b|\bbeginning\b|\bending\b/i,
    average: null,
    measure: null,
  },
  {
    id: 'largest-postal-code-pct',
    name: 'Largest share in one postal code',
    unit: 'percent',
    phrases: [
      /\b(?:any|one|a) (?:one |single |given )?(?:five[- ]digit )?(?:postal|zip)(?: zip)?(?: codes?)?\b/gi,
    ],
    hints: ['postal', 'zip'],
    figure: 'before',
    average: null,
    measure: null,
    reason: 'No table of the filing splits the pool by postal code.',
  },
  {
    id: 'other-state-count',
    name: 'States in the residual row',
    unit: 'count',
    phrases: [/(?<=\d )other (?:states|jurisdictions)\b/gi],
    hints: ['other states', 'other jurisdictions'],
    figure: 'before',
    average: null,
    measure: null,
    reason: 'The table does not name the states of its residual row.',
  },
]

/**
 * The statistics that filings state in words. Where two phrases cover the same words the longer one counts, so a
 * combined or net figure is never taken for the plain one.
 */
export const statisticKinds: readonly StatisticKind[] = [...averages, ...poolFigures]

/** In lower case: no phrase of an average is in a text that holds none of these. */
const averageHints = ['average', 'wac', 'wam']

/** The kinds that a text in lower case may name: a quick look by their hints, before the slow one by their phrases. */
export function findPossibleKinds(said: string): StatisticKind[] {
  const isSaid = (hint: string) => said.includes(hint)
  const possible = averageHints.some(isSaid) ? statisticKinds : poolFigures
  return possible.filter(({ hints }) => hints.some(isSaid))
}

/** The kind with this id, or null. */
export function findStatisticKind(id: string): StatisticKind | null {
  return statisticKinds.find(kind => kind.id === id) ?? null
}
