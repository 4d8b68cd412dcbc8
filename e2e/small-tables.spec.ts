import { addFilings, type InHand } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

/** A page of the deal is never larger than this, in bytes without compression. */
const mostBytes = 3_000_000

const heading = `                        Number of    Aggregate Principal   Percent of
Row                     Mortgage Loans   Balance Outstanding   Mortgage Loans
--------------------------------------------------------------------------`

/** A hundred tables of one kind, of six rows each: as many charts as there can be on a page. */
function hundredTables(trust: string, title: string, labels: string[]): InHand {
  const rows = labels.map((label, row) => {
    const percent = row === 0 ? 50 : 10
    const balance = `${percent / 10},000,000.00`.padStart(13)
    return `${label.padEnd(30)}${String(percent).padStart(4)}    $${balance}      ${`${percent}.00`.padStart(6)}%`
  })
  const total = `${'Total'.padEnd(30)} 100    $${'10,000,000.00'.padStart(13)}      100.00%`
  const table = [`             ${title}\n`, heading, ...rows, total].join('\n')
  return {
    name: `${trust}.txt`,
    text: `                      ${trust}\n\n${Array(100).fill(table).join('\n\n\n')}\n`,
  }
}

const filings = [
  hundredTables('Umberfield Trust 2003-1', 'Geographic Distribution of Mortgaged Properties', [
    'California',
    'Texas',
    'Florida',
    'New York',
    'Ohio',
    'Nevada',
  ]),
  hundredTables('Umberfield Trust 2003-2', 'Original Loan-to-Value Ratios (%)', [
    '0.01 - 50.00',
    '50.01 - 60.00',
    '60.01 - 70.00',
    '70.01 - 80.00',
    '80.01 - 90.00',
    '90.01 - 95.00',
  ]),
  hundredTables('Umberfield Trust 2003-3', 'Mortgage Rates (%)', [
    '5.000',
    '5.125',
    '5.250',
    '5.375',
    '5.500',
    '5.625',
  ]),
  hundredTables('Umberfield Trust 2003-4', 'Property Types', [
    'Single Family',
    'Condominium',
    'Two-Family',
    'Townhouse',
    'Cooperative',
    'Manufactured Housing',
  ]),
]

for (const [order, filing] of filings.entries())
  test(`the pages of a hundred small tables stay small: ${filing.name}`, async ({ request, strata }) => {
    await addFilings(strata, filing)
    const url = `/deals/umberfield-trust-2003-${order + 1}`
    const { stratifications } = (await (await request.get(`/api${url}`)).json()).report
    expect(stratifications).toHaveLength(100)
    let shown = 0
    for (let part = 1; shown < 100; part++) {
      const html = await (await request.get(part === 1 ? url : `${url}/tables/${part}`)).text()
      shown += html.match(/<section [^>]*class="strat-section /g)?.length ?? 0
      expect(Buffer.byteLength(html), `part ${part}`).toBeLessThan(mostBytes)
      expect(part).toBeLessThan(10)
    }
  })
