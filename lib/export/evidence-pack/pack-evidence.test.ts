import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  expectToHold,
  fixture,
  open,
  pack,
  programs,
  removeFolders,
  sample,
  samples,
  verify,
} from '../../fixtures/packed-evidence.ts'
import { findFixtures, runFixture } from '../../fixtures/run-fixture.ts'
import { unzipped } from '../../testing/unzipped.ts'

afterAll(removeFolders)

describe('an evidence pack', () => {
  it.each(samples)('of %s holds for both programs', async name => {
    const folder = await open(sample(name), name)
    const { figures, checks, source } = JSON.parse(readFileSync(path.join(folder, 'evidence.json'), 'utf8'))
    const says = expectToHold(folder)
    expect(says).toContain(`${figures.length} printed figures and ${checks.length} checks of ${source.name}`)
    // Of one, the tables were filed on paper.
    expect(figures.length > 40).toBe(!name.startsWith('alder'))
  })

  it('gives the same bytes again', async () => {
    const [name = ''] = samples
    expect((await pack(sample(name), name)).equals(await pack(sample(name), name))).toBe(true)
  })

  it('of HTML finds figures between tags and entities', async () => {
    const folder = await open(fixture('html-spacer-cells', 'source.htm'), 'exhibit.htm')
    expect(expectToHold(folder)).not.toContain('cannot read')
  })

  it('of a filing that contradicts itself says so, and holds', async () => {
    const folder = await open(fixture('a-digit-changed'), 'filing.txt')
    expect(expectToHold(folder)).toMatch(/checks? of the filing fails?, as the ledger says/)
    const ledger = readFileSync(path.join(folder, 'ledger.html'), 'utf8')
    expect(ledger).toContain('<tr class="fail">')
    expect(ledger).not.toMatch(/<script|src=|href=|url\(/)
  })

  it('of a filing whose marks stand for no number tells how many', async () => {
    const folder = await open(fixture('figures-with-marks-and-stars'), 'filing.txt')
    expect(expectToHold(folder)).toMatch(/\d+ cells print a mark instead of a number/)
  })

  it.each<[string, (text: string) => Buffer]>([
    ['NULs', text => Buffer.from(text.replace(/(\d),(\d)/g, '$1,\0$2'))],
    ['NULs between the characters of line ends', text => Buffer.from(text.replaceAll('\n', '\r\0\n'))],
    ['characters struck over', text => Buffer.from(text.replace(/(\d)\.(\d)/g, '_\b$1.$2'))],
    ['escapes', text => Buffer.from(text.replace(/(\d\d\.\d\d)/g, '\u001b[1m$1\u001b[0m'))],
    ['no whole character at its end in UTF-16', text => Buffer.from(`\ufeff${text}\ud800A`, 'utf16le')],
  ])('of a filing with %s sends its printed lines along', async (_, spoil) => {
    const folder = await open(spoil(sample('tidewater-2004-3-8k.txt').toString()), 'filing.txt')
    expectToHold(folder)
    expect(readdirSync(folder)).toContain('transcript.txt')
  })

  it.each<[string, (text: string) => Buffer]>([
    ['carriage returns', text => Buffer.from(text.replaceAll('\n', '\r'))],
    ['UTF-16', text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['windows-1252', text => Buffer.from(text.replaceAll(' - ', ' \u0096 '), 'latin1')],
    ['UTF-8 and characters of two units', text => Buffer.from(text.replace('Total', '😀 – Total'))],
    ['form feeds between words', text => Buffer.from(text.replaceAll('\n\n', ' \f'))],
  ])('of a filing in %s needs none', async (_, write) => {
    const folder = await open(write(sample('tidewater-2004-3-8k.txt').toString()), 'filing.txt')
    expect(expectToHold(folder)).not.toContain('printed otherwise')
    expect(readdirSync(folder)).not.toContain('transcript.txt')
  })

  it('has the notes that people wrote, in their order, and says so', async () => {
    const [name = ''] = samples
    const notes = [
      { text: 'Ask the trustee', says: null, at: null, writtenAt: '2026-01-30T10:00:00.000Z' },
      {
        text: '=Checked',
        says: 'State, Utah',
        at: { line: 84, start: 50 },
        writtenAt: '2026-01-31T10:00:00.000Z',
      },
    ]
    const files = await unzipped(await pack(sample(name), name, notes))
    expect(files.get('notes.csv')?.toString()).toBe(
      '\ufeffNote,On,Written,Line,Column\r\nAsk the trustee,The deal,2026-01-30,,\r\n\'=Checked,"State, Utah",2026-01-31,84,50\r\n',
    )
    expect(files.get('README.txt')?.toString()).toContain('notes.csv')
    const without = await unzipped(await pack(sample(name), name))
    expect(without.has('notes.csv')).toBe(false)
    expect(without.get('README.txt')?.toString()).not.toContain('notes.csv')
  })

  it('guards its tables and keeps names apart from paths', async () => {
    const text = sample('tidewater-2004-3-8k.txt').toString().replace('California', '=1+1      ')
    const folder = await open(Buffer.from(text), '../../a/b<c>.txt')
    expectToHold(folder)
    expect(readdirSync(path.join(folder, 'original'))).toEqual(['a-b-c-.txt'])
    const tables = readdirSync(path.join(folder, 'tables'))
    const csv = tables.map(name => readFileSync(path.join(folder, 'tables', name), 'utf8')).join('')
    expect(csv).not.toMatch(/^=/m)
  })
})

describe('every fixture', () => {
  it('is packed so that its figures and checks hold, and simple reading reads all but marks', async () => {
    const wrong: string[] = []
    for (const name of findFixtures()) {
      const { report } = runFixture(name)
      const folder = await open(fixture(name, report.file.name), report.file.name)
      const [result] = verify(folder, programs.slice(0, 1))
      if (result?.status !== 0 || result.says.includes('cannot read')) wrong.push(`${name}: ${result?.says}`)
    }
    expect(wrong).toEqual([])
  }, 300_000)
})
