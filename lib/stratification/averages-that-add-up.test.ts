import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

const table = `                               EXHIBIT 99.1

                                      FICO Credit Scores

                      Number         Aggregate          Percent of         Weighted  Percent
                          of Principal Balance Aggregate Principal Average Periodic Interest
   FICO Score Mortgage Loans   Outstanding ($)         Balance (%)          Cap (%)     Only
   __________ ______________ _________________ ___________________ ________________ ________
   < 500                 323    $10,558,188.26              15.26%           1.591%   10.00%
   550 - 599             921     11,743,180.76              16.97%           1.000%   10.00%
   600 - 649             506     23,936,435.25              34.59%           1.000%   18.94%
   650 - 699             608     14,597,877.90              21.09%           1.387%   29.19%
   750 - 799             236      8,365,228.77              12.09%           1.398%   10.00%
   Total Pool          2,594    $69,200,910.94             100.00%           1.220%   17.14%
`

test('what adds up to its total is no average score, though each figure may be one', () => {
  const answer = readFiling(Buffer.from(table), 'scores.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const [read] = answer.report.stratifications
  expect(read?.columns.map(({ measure }) => measure)).toEqual([
    'loanCount',
    'balanceCents',
    'balancePct',
    'waPeriodicCapPct',
    'interestOnlyPct',
  ])
})
