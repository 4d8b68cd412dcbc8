import { expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import { filingFacts } from '../library/filing-facts.ts'
import { summarizeDeal } from '../library/summarize-deal.ts'
import { type InventedFiling, inventedBytes, inventedReport } from '../testing/invented-reader.ts'
import { dealWorkbook } from './deal-workbook.ts'

/** The text of each file in a ZIP, by name. */
async function unzip(zip: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const archive = await new Promise<import('yauzl').ZipFile>((done, fail) =>
    fromBuffer(zip, { lazyEntries: true }, (problem, opened) => (opened ? done(opened) : fail(problem))),
  )
  await new Promise<void>((done, fail) => {
    archive.on('entry', entry => {
      archive.openReadStream(entry, async (problem, stream) => {
        if (!stream) return fail(problem)
        files.set(entry.fileName, Buffer.concat(await stream.toArray()).toString())
        archive.readEntry()
      })
    })
    archive.on('end', done)
    archive.readEntry()
  })
  return files
}

async function workbookOf(filing: InventedFiling): Promise<Map<string, string>> {
  const bytes = inventedBytes(filing)
  const report = inventedReport(filing, bytes, 'filing.txt')
  const kept = {
    sha256: report.file.sha256,
    name: 'filing.txt',
    addedAt: '2026-01-01T00:00:00.000Z',
    searchText: '',
  }
  return await unzip(
    await dealWorkbook(summarizeDeal('deal', [{ ...kept, facts: filingFacts(report) }]), report),
  )
}

it('has a sheet for the pool, each stratification and the checks, with typed figures', async () => {
  const files = await workbookOf({
    trust: 'Trust 1',
    balanceCents: 123_456_78,
    loanCount: 40,
    signedOn: '2003-01-31',
  })
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
    ([, name]) => name,
  )
  expect(names).toEqual(['Pool', 'State', 'Original LTV', 'Checks'])
  const states = files.get('xl/worksheets/sheet2.xml') ?? ''
  expect(states).toMatch(/<v>123456\.78<\/v>/)
  expect(states).not.toMatch(/<f>/)
})

it('keeps what looks like a formula text, and survives characters that XML cannot hold', async () => {
  const files = await workbookOf({ trust: '=cmd|" /C calc"!A0 \u0000\u000b<&>', signedOn: 'someday' })
  const pool = files.get('xl/worksheets/sheet1.xml') ?? ''
  const texts = files.get('xl/sharedStrings.xml') ?? pool
  expect([...files.values()].join('')).not.toMatch(/<f>/)
  expect(texts).toContain('=cmd|')
  expect(texts).toContain('&lt;&amp;&gt;')
  for (const control of ['\u0000', '\u000b']) expect(texts).not.toContain(control)
})
