import { remember } from '../remember.ts'

/** Tables that are not stratifications, known by words of their titles, headers and labels. */
export type OtherKind = {
  kind: string
  reason: string
  words: RegExp
  /** Words that pools are told in too: a title that names a dimension, over loans or balances, goes before them. */
  yields?: true
  /** Words that head whole documents on pools: where loans clearly add up below such a heading, they say nothing. */
  headsPools?: true
}

const otherKinds: readonly OtherKind[] = [
  {
    kind: 'delinquencies',
    reason: 'It shows how loans are being paid, not what the pool is made of.',
    words: /\bdelinquen|\bforeclos|\bdays? past due\b|\bbankruptc|\bREO\b|\bloss severity\b|\brealized loss/i,
  },
  {
    kind: 'prices',
    reason: 'Its figures are prices and yields.',
    words:
      /\b(?<!debt )yields?\b|^(?!.*\b(?:purchase|sales?|selling) prices?\b).*\bprices?\b|\bspreads?\b|\bdiscount margin\b|\bmod(?:ified|\.)? duration\b/i,
  },
  {
    kind: 'prices',
    reason: 'Its figures are prices.',
    yields: true,
    words: /\b(?:purchase|sales?|selling) prices?\b/i,
  },
  {
    kind: 'prepayments',
    reason: 'Its figures are projections at prepayment speeds.',
    words:
      /\b(?:CPR|PSA|SMM|PPC)\b|\bprepayment (?:speed|assumption|model|scenario)s?\b|\bdecrement|\bpercent(?:age)? of (?:the )?(?:original|initial) (?:class|certificate|principal amount)|\bweighted average li(?:fe|ves)\b/i,
  },
  {
    kind: 'statement',
    reason: 'It reports one period’s payments.',
    words:
      /\bstatements? to (?:certificate|note|bond)holders\b|\b(?:monthly|remittance|distribution|servicing) (?:statement|report)s?\b|\bdistribution date ?:/i,
  },
  {
    kind: 'classes',
    reason: 'Its rows are classes of securities.',
    headsPools: true,
    words:
      /\bCUSIP\b|(?<!\b(?:credit|risk|loan|property) )\bclass(?:es)?\b(?! ?action)|\btranches?\b|\bcertificate (?:balance|principal)|\bpass-through rates?\b|\boriginal face\b|\bfactors?\b/i,
  },
  {
    kind: 'statement',
    reason: 'It reports one period’s payments.',
    words:
      /\bdistribution date\b|\bdistributions? (?:in|summary|report)\b|\bservic(?:ing|er) (?:compensation|advance)s?\b|\bstatement to (?:certificate|note)holders\b|\bcollections?\b|\bremittance|\bdetermination date\b|\bsubordinat(?:e|ed|ion)\b(?! (?:liens?|mortgages?|loans?|financing)\b)|\bshortfalls?\b/i,
  },
  {
    kind: 'statement',
    reason: 'It reports one period’s payments.',
    yields: true,
    words: /\bservic(?:ing|er) fees?\b/i,
  },
  {
    kind: 'loan-schedule',
    reason: 'Its rows are single loans.',
    headsPools: true,
    words:
      /\b(?:loan|mortgage|account|contract|lease|receivable|note) (?:nos?\b\.?|numbers?\b|ids?\b|#|name\b)(?! of\b)|\b(?:property|borrower|obligor|mortgagor|lessee) (?:name|id|no\.)|\bschedule of (?:\w+ )?(?:loans|mortgages|contracts|leases)\b|\bloan schedule\b|\b(?:largest|top) (?:\d+|ten|five|fifteen|twenty) (?:mortgage )?loans\b|\b(?:ten|five|fifteen|twenty|\d+) largest (?:mortgage )?loans\b/i,
  },
  {
    kind: 'holdings',
    reason: 'Its rows are securities held.',
    yields: true,
    words: /\bshares?\b|\bissuer\b|\binvestment discretion\b|\bvoting authority\b|\bmarket value\b/i,
  },
  {
    kind: 'financial-statement',
    reason: 'It is a part of financial statements.',
    yields: true,
    words:
      /\bassets\b|\bliabilities\b|\bnet (?:income|earnings|loss|sales)\b|\brevenues?\b|\bexpenses?\b|\bcash flows?\b|\bstockholders|\bshareholders|\bdividends?\b|\bearnings\b/i,
  },
]

/** The kind of table the words speak of, or null. */
export const matchOtherKind: (words: string) => OtherKind | null = remember(
  words => otherKinds.find(kind => kind.words.test(words)) ?? null,
)
