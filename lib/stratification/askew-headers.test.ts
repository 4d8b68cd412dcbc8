import { expect, test } from 'vitest'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { readStratifications } from './index.ts'

/** What each column is read as, and how many issues and tables kept as printed tell of columns that are not read. */
function read(printed: string) {
  const lines = printed.split('\n')
  const { value, issues } = readStratifications(findTextGrids(lines, 1, lines.length), lines)
  const measures = value.stratifications[0]?.columns.map(({ measure }) => measure) ?? []
  const untold = issues.filter(({ code }) => code !== 'title-is-not-a-known-dimension')
  return { measures, told: untold.length + value.otherTables.length }
}

test('words of two columns over one name neither', () => {
  const { measures, told } = read(`Flood Zones of the Mortgage Loans

                   Number of  Aggregate Principal      Weighted Average Months  Percent               Weighted Average
Zone          Mortgage Loans  Balance Outstanding             to Next Adjustment  Cash-Out                   Periodic Cap (%)

Zone A                   908          $35,609,670                                  2              32.49%                      1.179%
Coastal                1,075           39,232,100                                  2              21.54%                      1.300%
Total                  1,983          $74,841,770                                  2              26.75%                      1.242%`)
  expect(measures[2]).not.toBe('cashOutPct')
  expect(told).toBeGreaterThan(0)
})

test('a word that is cut from its column and tells rates apart leaves it in doubt', () => {
  const { measures, told } = read(`Occupancy Types

                          Number of          Aggregate Principal       Percent of Aggregate      Weighted Average      Weighted Average
Occupancy      Mortgage Loans      Balance Outstanding ($)      Principal Balance (%)               DTI (%)      Minimum Rate (%)
Primary Residence                 1,349              $ 38,318,274.41                     30.87%                20.00%                2.643%
Second Home                       1,304              $ 31,221,999.36                     25.15%                20.05%                2.457%
Investment Property                 662              $ 54,593,894.37                     43.98%                24.95%                2.000%
Total                             3,315             $ 124,134,168.14                    100.00%                22.19%                2.313%`)
  expect(measures).not.toContain('waRatePct')
  expect(told).toBeGreaterThan(0)
})

test('words given by order of the lowest line are in doubt where a column has two pieces of another', () => {
  const { measures, told } = read(`Current Mortgage Rates of the Mortgage Loans

                       Number           Aggregate            Percent of                      Percent  Weighted
                         of         Principal Balance   Aggregate Principal                 Interest  Average Initial  Percent
 Range of Rates    Mortgage Loans    Outstanding ($)        Balance (%)                       Only  Cap (%)  Cash-Out

 4.000% - 4.499%              648          16,255,584                18.55%     12.00%            1.000%     41.00%
 4.500% - 4.999%              584          19,474,407                22.22%     10.00%            2.849%     10.00%
 7.000% - 7.499%              306          15,632,708                17.84%     10.00%            1.269%     10.00%
 7.500% - 7.999%              386           8,948,693                10.21%     10.00%            1.022%     10.00%
 8.000% - 8.499%              514           8,040,153                 9.18%     10.00%            1.025%     25.54%
 8.500% - 8.999%              377          19,279,427                22.00%     10.00%            1.001%     51.55%
                            2,815          87,630,972               100.00%     10.37%            1.464%     26.32%`)
  expect(measures).not.toContain('waPeriodicCapPct')
  expect(told).toBeGreaterThan(0)
})

test('stacks beside their figures are not given to the figures that they happen to stand over', () => {
  const { measures, told } = read(`Years of Origination

                                 Number                   Aggregate    Percent of             Weighted   Percent
                                of           Principal Balance  Aggregate Principal       Average    Single
Year                     Mortgage Loans             Outstanding ($)   Balance (%)              DTI (%)    Family
----------------------------------------------------------------------------------------------------------
1997 and earlier                866       $ 43,925,309.88                  42.25%       25.41%      27.70%
2001                          1,415       $ 27,667,012.17                  26.61%       20.00%      26.28%
2002                            526       $ 32,382,361.80                  31.14%       23.21%      18.08%
Total                         2,807      $ 103,974,683.85                 100.00%       23.28%      24.33%`)
  expect(measures[4] ?? null).toBeNull()
  expect(told).toBeGreaterThan(0)
})
