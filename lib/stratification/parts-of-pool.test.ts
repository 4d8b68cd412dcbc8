import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

type Section = { heading: string; loans: [number, number]; balances: [number, number] }

const dollars = (amount: number) => `$${amount.toLocaleString('en-US')}`

function rowsOf({ loans: [a, b], balances: [x, y] }: Section, labels: readonly [string, string]): string[][] {
  const pct = (part: number) => `${((part / (x + y)) * 100).toFixed(2)}%`
  return [
    [labels[0], `${a}`, dollars(x), pct(x)],
    [labels[1], `${b}`, dollars(y), pct(y)],
    ['Total', `${a + b}`, dollars(x + y), '100.00%'],
  ]
}

const splits = [
  ['Geographic Distribution', 'State', ['Oregon', 'Nevada']],
  ['Occupancy Status', 'Occupancy', ['Primary', 'Investor']],
] as const
const head = ['Number of Loans', 'Principal Balance', 'Percent of Pool']

const asText = (sections: readonly Section[], of: readonly (typeof splits)[number][] = splits) =>
  [
    'Alder Mortgage Loan Trust 2004-1',
    ...sections.flatMap(section => [
      '',
      `                  ${section.heading}`,
      ...of.flatMap(([title, stub, labels]) => [
        '',
        `                  ${title}`,
        '',
        ...[[stub, ...head], ...rowsOf(section, labels)].map(row =>
          row.map((cell, at) => (at ? cell.padStart(22) : cell.padEnd(14))).join(''),
        ),
      ]),
    ]),
  ].join('\n')

const asHtml = (sections: readonly Section[]) =>
  `<html><body><p>Alder Mortgage Loan Trust 2004-1</p>${sections
    .map(
      section =>
        `<p><b>${section.heading}</b></p>\n${splits
          .map(
            ([title, stub, labels]) =>
              `<p>${title}</p>\n<table>${[[stub, ...head], ...rowsOf(section, labels)]
                .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
                .join('\n')}</table>\n`,
          )
          .join('')}`,
    )
    .join('')}</body></html>`

function read(printed: string) {
  const answer = readFiling(Buffer.from(printed), 'invented.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, statistics, issues, checks } = answer.report
  const balances = statistics.filter(({ id }) => id === 'pool-balance')
  return {
    groups: stratifications.map(({ loanGroup }) => loanGroup),
    pool: balances.find(({ loanGroup }) => loanGroup === null)?.recomputed ?? null,
    issues: issues.map(({ code }) => code),
    failing: checks.filter(({ outcome }) => outcome === 'fail').length,
  }
}

const one: Section['loans'] = [120, 80]
const two: Section['loans'] = [310, 190]
const first = { loans: one, balances: [24_000_500, 15_250_250] } satisfies Omit<Section, 'heading'>
const second = { loans: two, balances: [61_500_000, 40_100_750] } satisfies Omit<Section, 'heading'>
const both = { loans: [430, 270], balances: [85_500_500, 55_351_000] } satisfies Omit<Section, 'heading'>

describe.each([
  ['text', asText],
  ['HTML', asHtml],
] as const)('in %s', (_, print) => {
  test.each([
    ['Sub-Pool A', 'Sub-Pool B', 'Aggregate Pool'],
    ['Conforming Mortgage Loans', 'Non-Conforming Mortgage Loans', 'The Mortgage Loans'],
    ['First Lien Mortgage Loans', 'Second Lien Mortgage Loans', 'Statistical Calculation Pool'],
    ['Initial Home Equity Loans', 'Subsequent Home Equity Loans', 'Home Equity Loans'],
    ['Owner Pool', 'Builder Pool', 'Everything'],
  ])('%s and %s are groups, and what they come to is the pool', (a, b, whole) => {
    const sections = [
      { heading: a, ...first },
      { heading: b, ...second },
      { heading: whole, ...both },
    ]
    const pool = 14_085_150_000
    expect(read(print(sections))).toEqual({ groups: [a, a, b, b, null, null], pool, issues: [], failing: 0 })
    const turned = sections.slice(2).concat(sections.slice(0, 2))
    expect(read(print(turned))).toEqual({ groups: [null, null, a, a, b, b], pool, issues: [], failing: 0 })
  })

  test.each([
    ['Group 1-A Loans', 'Group 1-B Loans', 'Group 1 Loans (Aggregate)'],
    ['Group 1 Loans', 'Group 2 Loans', 'The Mortgage Loans'],
  ])('%s and %s are parts of %s', (a, b, whole) => {
    const read1 = read(
      print([
        { heading: a, ...first },
        { heading: b, ...second },
        { heading: whole, ...both },
      ]),
    )
    expect(read1.groups.slice(4)).toEqual([null, null])
    expect(read1.groups.slice(0, 4)).not.toContain(null)
    expect(read1.pool).toBe(14_085_150_000)
  })

  test('parts without the pool give no figures of a pool, and an issue', () => {
    const sections = [
      { heading: 'Conforming Mortgage Loans', ...first },
      { heading: 'Non-Conforming Mortgage Loans', ...second },
    ]
    const { pool, issues, groups } = read(print(sections))
    expect(groups).not.toContain(null)
    expect(pool).toBeNull()
    expect(issues).toEqual(['pool-is-not-printed'])
  })
})

test.each([
  ['Conforming Balance Loans', 'Non-Conforming Balance Loans', 'groups'],
  ['First Lien Mortgage Loans', 'Second Lien Mortgage Loans', 'groups'],
  ['Annex A', 'Annex B', 'no groups'],
])('one table each under %s and %s are of %s', (a, b, are) => {
  const [split] = splits
  const sections = [
    { heading: a, ...first },
    { heading: b, ...second },
  ]
  const { groups } = read(asText(sections, [split]))
  expect(groups).toEqual(are === 'groups' ? [a, b] : [null, null])
})

test('a table of the pool with a total misprinted stays one of the pool', () => {
  const printed = asText([{ heading: 'Some Heading', ...both }]).replace('700', '900')
  expect(read(printed).groups).toEqual([null, null])
})
