import type { Measure } from './measure.ts'

/** What a percent may be of in place of a balance. */
const OTHER_WHOLE =
  /^(?!.*\b(?:bal(?:ances?)?|upb|principal)\b).*\b(?:credit (?:limits?|lines?)|commitments?|(?:purchase|sales?|invoice) prices?|(?:appraised|property) values?|residuals?|capitali[sz]ed costs?|gla|rents?|square feet|sq\.? ?ft)\b/i

/** Ratios and rates that are printed in percent: > Effective LTV (%)   Fully Indexed Rate (%) */
const NO_SHARE =
  /^(?!.*(?:\bof\b|\bpercent|\bpct\b)).*(?:\bltv\b|\bloan-? ?to|\brates?\b|\bcoupons?\b|\bmargins?\b)/i

/** > Average APR (%)     W.A. Negative Amortization Limit (%) */
const AVERAGED_PERCENT =
  /\b(?:annual percentage|aprs?|avg|mean|w\.? ?a|(?<!\bof )(?<!\bby )(?:weighted )?average)\b/i

/**
 * Of other loans than the row's, or of another sum of theirs: > Balance Delinquent     Senior Lien Balance     Cumulative Balance
 * Principal and Interest Payment     Maturity Balance
 */
export const OTHER_SUM =
  /\bdelinquen|\bsenior\b|\bun(?:drawn|used|funded)\b|\bavailable\b|\bcumulative\b|\bcum\b|\brunning\b|\b(?:prior|previous|beginning)\b(?! to\b)|\bballoon\b|\bmaturity\b|\b(?:principal|interest|monthly|scheduled) payments?\b|\bpaid\b|\bprincipal (?:and|&) interest\b|\bp ?& ?i\b|\bforeclos|\bloss(?:es)?\b|\bcharged?[- ]off|\b(?:un)?insured\b|\binsurance\b|\bforborne\b|\bdeferred\b/i

/** Sums and their shares of the pool: what a total row adds up. */
export const sums = [
  {
    id: 'countPct',
    name: '% of loans',
    longName: 'Percent of the number of loans',
    unit: 'percent',
    additive: true,
    all: [
      /%|\bpercent|\bpct\b/i,
      /\bnumber\b|\bcount\b|\bby loans\b|#|\bof (?:total )?(?:loans|accounts|contracts|receivables)\b|\bno\b\.?/i,
    ],
    none: [
      /\bbal(?:ances?)?\b|\bupb\b|\bprincipal\b|\baggregate\b(?! (?:number|count))|\bamounts?\b/i,
      OTHER_SUM,
    ],
  },
  {
    id: 'originalBalancePct',
    name: '% of original',
    longName: 'Percent of the original balance',
    unit: 'percent',
    additive: true,
    all: [
      /%|\bpercent|\bpct\b/i,
      /\borig(?:inal|ination)?\b/i,
      /\bbal(?:ances?)?\b|\bupb\b|\bprincipal\b|\bamounts?\b|\boriginal (?:mortgage )?pool\b/i,
    ],
    none: [/\bnumber\b|\bcount\b|#/i, /\bloan-? ?to|\bltv\b/i, OTHER_SUM],
  },
  {
    id: 'balancePct',
    name: '% of balance',
    longName: 'Percent of the pool by balance',
    unit: 'percent',
    additive: true,
    all: [/%|\bpercent|\bpct\b/i],
    none: [/\bnumber\b|\bcount\b|#/i, OTHER_WHOLE, OTHER_SUM, NO_SHARE, AVERAGED_PERCENT],
  },
  {
    id: 'propertyCount',
    name: 'Properties',
    longName: 'Number of mortgaged properties',
    unit: 'count',
    additive: true,
    all: [
      /\bnumber\b|\bno\.|\bno\b|#|\bcount\b|^(?:mortgaged )?properties$/i,
      /\bpropert(?:y|ies)\b|\bprops\b/i,
    ],
    none: [/%|\bpercent|\bpct\b/i, /\baverage\b|\bdelinquen/i, /\bloans?\b/i],
  },
  {
    id: 'borrowerCount',
    name: 'Borrowers',
    longName: 'Number of borrowers',
    unit: 'count',
    additive: true,
    all: [/\bnumber\b|\bno\.|\bno\b|#|\bcount\b/i, /\b(?:borrower|obligor|mortgagor)s\b/i],
    none: [/%|\bpercent|\bpct\b/i, /\baverage\b|\bdelinquen/i, /\bloans?\b|\baccounts?\b/i],
  },
  {
    id: 'loanCount',
    name: 'Loans',
    longName: 'Number of loans',
    unit: 'count',
    additive: true,
    all: [
      /\bnumber\b|\bno\.|\bno\b|#|\bcount\b|\bcnt\b|\bloan ct\b|^(?:mortgage )?loans$/i,
      /\bloans?\b|\bmortgages?\b|\bcontracts?\b|\breceivables?\b|\baccounts?\b|\bassets?\b|\bleases?\b|\bhelocs?\b|\bagreements?\b|\bcount\b|\bcnt\b|\bct\b|^number$/i,
    ],
    none: [/%|\bpercent|\bpct\b/i, /\baverage\b/i, OTHER_SUM],
  },
  {
    id: 'creditLimitCents',
    name: 'Credit limit',
    longName: 'Credit limit',
    unit: 'cents',
    additive: true,
    all: [/\bcredit (?:limits?|lines?)\b/i],
    none: [/%|\bpercent|\bpct\b/i, /\baverage\b|\bavg\b|\bwa\b|\butili[sz]|\bnumber\b|\bno\b|#/i],
  },
  {
    id: 'residualCents',
    name: 'Residual',
    longName: 'Residual value',
    unit: 'cents',
    additive: true,
    all: [/\bresiduals?\b/i],
    none: [/%|\bpercent|\bpct\b/i, /\baverage\b|\bavg\b|\bwa\b|\bnumber\b|\bno\b|#|\bratios?\b/i],
  },
  {
    id: 'originalBalanceCents',
    name: 'Original balance',
    longName: 'Original principal balance',
    unit: 'cents',
    additive: true,
    all: [
      /\borig(?:inal|ination)?\b|\bamounts? financed\b/i,
      /\bbal(?:ances?)?\b|\bupb\b|\bprincipal\b|\bamounts?\b/i,
    ],
    none: [/%|\bpercent|\bpct\b/i, /\bloan-? ?to|\bltv\b|\baverage\b|\bavg\b|\bwa\b/i, OTHER_SUM],
  },
  {
    id: 'balanceCents',
    name: 'Balance',
    longName: 'Principal balance',
    unit: 'cents',
    additive: true,
    all: [
      /\bbal(?:ances?)?\b|\bupb\b|\bprincipal\b|\bdollar amount\b|\boutstanding\b|\bloan amounts?\b|\$ ?amount|\b(?:securiti[sz]ation|contract|discounted (?:lease|contract|receivables?)) values?\b/i,
    ],
    none: [
      /%|\bpercent|\bpct\b/i,
      /\baverage\b|\bavg\b|\bwa\b|\bshares?\b|\bratio\b|\b(?:per|by) (?:borrower|unit|room|pad|bed|sq|square|sf)\b/i,
      OTHER_SUM,
    ],
  },
] as const satisfies readonly Measure[]
