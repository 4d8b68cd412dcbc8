import { describe, expect, test } from 'vitest'
import { readFiling } from './read-filing.ts'
import { filingReportSchema } from './report.ts'

const source = `                  MORTGAGE LOANS OF THE TRUST

                 Loan Purpose(1)

                     Number of          Aggregate    Percent of
Purpose                  Loans  Principal Balance          Pool
---------------------------------------------------------------
Purchase                    30         $6,000.00        60.00%
Refinance                   10         $4,000.00        40.00%
---------------------------------------------------------------
                            40        $10,000.00       100.00%

(1) At origination.
`

function read(text: string) {
  const reading = readFiling(new TextEncoder().encode(text), 'purpose.txt')
  if ('refusal' in reading) throw new Error(reading.refusal.message)
  return reading.report
}

describe('a filing', () => {
  test('becomes a report of the agreed shape', () => {
    expect(filingReportSchema.safeParse(read(source)).error).toBeUndefined()
  })

  test('gives the same report for the same bytes', () => {
    expect(JSON.stringify(read(source))).toBe(JSON.stringify(read(source)))
  })

  test('has its tables, checks and every line accounted for', () => {
    const { stratifications, checks, coverage, noStratifications } = read(source)
    expect(stratifications.map(({ id, buckets }) => [id, buckets.length])).toEqual([['purpose', 2]])
    expect(checks.every(({ outcome }) => outcome === 'pass')).toBe(true)
    expect(checks.length).toBeGreaterThan(4)
    expect(coverage.unexplained).toBe(0)
    expect(noStratifications).toBeNull()
  })

  test('has every figure at the place where it is printed, without its sign', () => {
    const lines = source.split('\n')
    const [first] = read(source).stratifications[0]?.buckets ?? []
    const printed = Object.values(first?.places ?? {}).map(at =>
      lines[at.line - 1]?.slice(at.start - 1, at.end - 1),
    )
    expect(printed).toEqual(['30', '6,000.00', '60.00'])
  })

  test('reads the same with other line ends', () => {
    const { file: _, ...plain } = read(source)
    const { file: __, ...windows } = read(source.replaceAll('\n', '\r\n'))
    expect(windows).toEqual(plain)
  })

  test('says why it shows nothing when it holds no table', () => {
    expect(read('The mortgage loans are described in the prospectus.').noStratifications?.reason).toBe(
      'no-tables',
    )
  })
})

test.each([
  ['file-is-empty', new Uint8Array()],
  ['file-is-empty', new TextEncoder().encode(' \n\n')],
  ['file-is-a-pdf', new TextEncoder().encode('%PDF-1.4\n')],
  ['file-is-binary', new Uint8Array([0, 1, 2, 3, 0, 255])],
  ['file-is-not-a-filing', new TextEncoder().encode('Dear all,\nlunch is at noon.\n')],
])('refuses with %s what it cannot read', (code, bytes) => {
  const reading = readFiling(bytes, 'file.txt')
  expect('refusal' in reading ? reading.refusal.code : null).toBe(code)
})
