import { describe, expect, test } from 'vitest'
import { explainFiling } from './explain-filing.ts'
import { printContested, printTrace } from './print-trace.ts'
import { type TableTrace, type Told, tableTraceSchema } from './trace-schema.ts'

function explain(...lines: string[]): TableTrace[] {
  const explained = explainFiling(new TextEncoder().encode(`${lines.join('\n')}\n`))
  if ('refusal' in explained) throw new Error(explained.refusal.message)
  return explained.tables
}

function asked(
  trace: TableTrace | undefined,
  question: Told['question'],
  column: number | null = null,
): Told {
  const told = trace?.told.find(one => one.question === question && one.column === column)
  if (told === undefined) throw new Error(`${question} was not asked`)
  return told
}

const whyOf = ({ candidates }: Told, answer: string) =>
  candidates.filter(one => one.answer === answer).flatMap(({ verdicts }) => verdicts.map(({ why }) => why))

const states = [
  'Geographic Distribution of the Mortgaged Properties',
  '',
  'State              Loans          Balance    % of Pool',
  'California            12    $6,000,000.00        60.00%',
  'Texas                 18     3,000,000.00        30.00',
  'Ohio                   4     1,000,000.00        10.00',
  'Total                 34   $10,000,000.00       100.00%',
]

describe('how a table was read', () => {
  test('tells what the rows split by, and why not by what else its words name', () => {
    const split = asked(explain(...states)[0], 'split')
    expect(split.answer).toBe('State of the mortgaged property')
    expect(whyOf(split, 'Property type')).toEqual(['All rows are words of “State”.'])
    expect(split.candidates[0]?.by).toContain('The header over the labels says “State”')
  })

  test('tells what bears out the measure of a column', () => {
    const [trace] = explain(...states)
    expect(whyOf(asked(trace, 'measure', 1), 'Principal balance')).toEqual([
      '“$” stands beside its figures.',
      'Rows add up to the total of $10,000,000.00.',
    ])
    const shares = asked(trace, 'measure', 2)
    expect(whyOf(shares, 'Percent of the pool by balance')).toContain(
      'In each of 3 rows it is the row’s share of “Balance”.',
    )
    expect(whyOf(shares, 'Percent of the number of loans')).toEqual([
      'In 0 of 3 rows it is the row’s share of “Loans”.',
    ])
  })

  test('says no more of the figures than is so', () => {
    const averages = [
      'Geographic Distribution of the Mortgaged Properties',
      '',
      'State              Loans          Balance    Average Balance    % of Pool    Average Score',
      'California            12    $6,000,000.00           $500,000       60.00%              720',
      'Texas                 20     3,000,000.00            150,000       30.00               690',
      'Ohio                   4     1,000,000.00            250,000       10.00               700',
      'Total                 36   $10,000,000.00           $277,778      100.00%              709',
    ]
    const inFigures = /add up|row’s share|over the number|as is usual/
    const told = (lines: readonly string[]) =>
      [0, 1, 2, 3, 4].flatMap(column =>
        (explain(...lines)[0]?.told ?? [])
          .filter(one => one.question === 'measure' && one.column === column)
          .flatMap(({ candidates }) => candidates.filter(({ isChosen }) => isChosen))
          .flatMap(({ verdicts }) => verdicts.map(({ why }) => `${column}: ${why}`))
          .filter(why => inFigures.test(why)),
      )
    const all = told(averages)
    expect(all).toEqual([
      '0: Rows add up to the total of 36.',
      '1: Rows add up to the total of $10,000,000.00.',
      '2: In each of 3 rows it is the balance over the number of loans.',
      '3: Rows add up to the total of 100.00%.',
      '3: In each of 3 rows it is the row’s share of “Balance”.',
      '4: Its figures lie between 450 and 850, as is usual for it.',
    ])
    const but = (from: string, to: string) => {
      const begins = (why: string) => why.slice(0, 30)
      const left = told(averages.map(line => line.replace(from, to))).map(begins)
      return all.map(begins).filter(why => !left.includes(why))
    }
    expect(but('36   $10,', '37   $10,')).toEqual(['0: Rows add up to the total of'])
    expect(but('$10,000,000.00', '$10,000,001.00')).toEqual(['1: Rows add up to the total of'])
    expect(but('            150,000', '            950,000')).toEqual(['2: In each of 3 rows it is the'])
    expect(but('100.00%', ' 99.00%')).toEqual(['3: Rows add up to the total of'])
    expect(but('              690', '               69')).toEqual(['4: Its figures lie between 450'])
  })

  test('tells why a header was not believed', () => {
    const [title = '', blank = '', , ...rows] = states
    const header = 'State              Loans        % of Pool      Balance'
    const shares = asked(explain(title, blank, header, ...rows)[0], 'measure', 1)
    expect(shares.answer).toBeNull()
    expect(whyOf(shares, 'Percent of the pool by balance')).toContain(
      '“$” stands beside its figures: they are dollars.',
    )
  })

  test('tells a scale with the size of a loan that rules the other out', () => {
    const [trace] = explain(
      'Mortgage Loans by Loan Purpose (dollars in thousands)',
      '',
      'Purpose            Loans          Balance    % of Pool',
      'Purchase              12           $2,400        60.00%',
      'Refinance              8            1,600        40.00',
      'Total                 20           $4,000       100.00%',
    )
    const scale = asked(trace, 'scale', 1)
    expect(scale.answer).toBe('In thousands')
    expect(whyOf(scale, 'In full, as printed')).toEqual(['A loan would come to $200 on the average.'])
  })

  test('tells the group that a heading names, and that the title goes before it', () => {
    const [first, second] = explain(
      'GROUP I',
      '',
      ...states,
      '',
      '',
      'Occupancy of the Loan Group 2 Mortgage Loans',
      '',
      ...states
        .slice(2)
        .map(line =>
          line
            .replace('California', 'Primary   ')
            .replace('Texas  ', 'Investor')
            .replace('Ohio       ', 'Second Home'),
        ),
    )
    expect(asked(first, 'group').answer).toBe('GROUP I')
    const group = asked(second, 'group')
    expect(group.answer).toBe('Loan Group 2')
    expect(whyOf(group, 'GROUP I')).toEqual(['Words nearer to the table say otherwise.'])
  })

  test('tells of a table that splits no pool why not', () => {
    const [trace] = explain(
      'Employees by State',
      '',
      'State            Employees     Percent',
      'California              60      60.00%',
      'Texas                   40      40.00',
      'Total                  100     100.00%',
    )
    expect(trace?.id).toBeNull()
    expect(trace?.refused).toMatch(/\.$/)
  })

  test('names each stratification as the report does, and has the agreed shape', () => {
    const traces = explain(...states)
    expect(traces.map(({ id }) => id)).toEqual(['state'])
    expect(traces.map(trace => tableTraceSchema.safeParse(trace).error)).toEqual([undefined])
  })

  test('is printed with lines, answers and reasons, and in short where answers were contested', () => {
    const [trace] = explain(...states)
    if (trace === undefined) throw new Error('no table')
    const printed = printTrace(trace)
    expect(printed).toMatch(/^Lines 1 to 7: Geographic Distribution of the Mortgaged Properties\n/)
    expect(printed).toContain('    = State of the mortgaged property\n')
    expect(printed).toContain('    x Property type\n')
    expect(printContested(trace)).toEqual([
      'split: State of the mortgaged property; not Property type (All rows are words of “State”.)',
      'measure of column 3: Percent of the pool by balance; not Percent of the number of loans (In 0 of 3 rows it is the row’s share of “Loans”.)',
    ])
  })
})
