import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { filingReportSchema } from '../report.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'strata-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

const script = path.join(import.meta.dirname, 'read.ts')
const run = (...files: string[]) =>
  spawnSync(process.execPath, [script, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 })

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const row = (order: number) => `Row ${String(order).padStart(6)}       10       1,000.00        0.05\n`
const table = (rows: number) =>
  `Loan Purpose of the Mortgage Loans\n\nPurpose          Loans        Balance   % of Pool\n${Array.from({ length: rows }, (_, order) => row(order)).join('')}`

describe('the command line', () => {
  test('prints one report and nothing else, and exits with 0', () => {
    const { status, stdout, stderr } = run(write('plain.txt', table(3)))
    expect(filingReportSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
    expect([status, stderr]).toEqual([0, ''])
  })

  test('explains how each table was read, where asked to', () => {
    const { status, stdout, stderr } = run('--explain', write('explained.txt', table(3)))
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Lines 1 to 6: Loan Purpose of the Mortgage Loans\n/)
    expect(stdout).toContain('  What do the rows split the pool by?\n    = Loan purpose\n')
    expect(stdout).toContain('The header over the labels says “Purpose”.')
  })

  test('says that a file without tables has none to explain', () => {
    const { status, stdout } = run(
      '--explain',
      write('words.txt', 'The mortgage pool is described elsewhere in this Form 8-K.\n'.repeat(20)),
    )
    expect([status, stdout]).toEqual([0, 'No table was found.\n'])
  })

  test('tells how it is called', () => {
    const { status, stdout } = run('--help')
    expect(status).toBe(0)
    expect(stdout).toContain('--explain FILE')
  })

  test('prints a large report to its end', () => {
    const { stdout } = run(write('large.txt', table(20_000)))
    expect(stdout.length).toBeGreaterThan(500_000)
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 })
  })

  test('reads a table of more rows than a call takes arguments', { timeout: 120_000 }, () => {
    const rows = '6.125\t1\t1,000.00\n'.repeat(150_000)
    const rates = `Mortgage loans\nMortgage Rates\n\nRate\tLoans\tBalance\n${rows}Total\t150,000\t150,000,000.00\n`
    const { status, stdout, stderr } = run(write('long.txt', rates))
    const { stratifications } = JSON.parse(stdout)
    expect([status, stderr, stratifications[0].buckets.length]).toEqual([0, '', 150_000])
  })

  test('tells a fault of its own in one line and exits with 2', () => {
    const broken = 'data:text/javascript,JSON.stringify = () => { throw new RangeError("broken on purpose") }'
    const file = write('plain.txt', table(3))
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', broken, script, file], {
      encoding: 'utf8',
    })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /^[^\n]+plain\.txt: Strata failed while reading this file[^\n]+broken on purpose\n$/,
    )
  })

  test.each<[string, () => string[]]>([
    ['no file', () => []],
    ['an option that there is none of', () => ['--explore', write('a.txt', table(3))]],
    ['nothing to explain', () => ['--explain']],
    ['two files', () => [write('a.txt', table(3)), write('b.txt', table(3))]],
    ['a file that is missing', () => [path.join(folder, 'nowhere.txt')]],
    ['a folder', () => [folder]],
    ['an empty file', () => [write('empty.txt', '')]],
    ['a binary file', () => [write('binary.dat', new Uint8Array([0, 1, 2, 0, 255, 254]))]],
    ['a file that is no filing', () => [write('note.txt', 'Lunch is at noon.\n')]],
  ])('complains in one line about %s and exits with 2', (_, files) => {
    const { status, stdout, stderr } = run(...files())
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^[^\n]+\n$/)
  })
})
