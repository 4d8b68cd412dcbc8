import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectFault,
  fixture,
  makeFolder,
  open,
  pack,
  programs,
  removeFolders,
  sample,
  verify,
} from '../../fixtures/packed-evidence.ts'
import { unzipped } from '../../testing/unzipped.ts'

afterAll(removeFolders)

/** Changes a file of a pack; sealed, the sums are made to fit it, as someone would who means to deceive. */
function change(folder: string, name: string, edit: (text: string) => string, sealed = false): void {
  const file = path.join(folder, name)
  const text = readFileSync(file, 'latin1')
  const edited = edit(text)
  expect(edited).not.toBe(text)
  writeFileSync(file, edited, 'latin1')
  if (!sealed) return
  const sumOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')
  const [before, after] = [sumOf(Buffer.from(text, 'latin1')), sumOf(Buffer.from(edited, 'latin1'))]
  const evidence = path.join(folder, 'evidence.json')
  const known = readFileSync(evidence)
  const told = Buffer.from(known.toString('latin1').replaceAll(before, after), 'latin1')
  writeFileSync(evidence, told)
  const sums = path.join(folder, 'SHA256SUMS')
  const listed = readFileSync(sums, 'utf8').replace(before, after).replace(sumOf(known), sumOf(told))
  writeFileSync(sums, listed)
}

describe('a changed pack', () => {
  const bytes = fixture('a-digit-changed')
  const table = () => readdirSync(path.join(folder, 'tables'))[0]
  let folder = ''
  let bytesOf: Map<string, Buffer>
  beforeAll(async () => {
    bytesOf = await unzipped(await pack(bytes, 'filing.txt'))
  })
  const fresh = () => {
    folder = makeFolder()
    for (const [file, content] of bytesOf) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), content)
    }
  }
  /** The first figure of the evidence with another value, place or the like. */
  const inFigure = (from: RegExp, to: string) => (text: string) => {
    const at = text.indexOf('"figures"')
    return text.slice(0, at) + text.slice(at).replace(from, to)
  }

  it.each<[string, string, (text: string) => string, RegExp]>([
    ['a byte of the original', 'original/filing.txt', text => text.replace(/\d/, 'x'), /not the file/],
    ['a blank of the original', 'original/filing.txt', text => text.replace('  ', ' \t'), /not the file/],
    ['a value', 'evidence.json', inFigure(/"value":\d/, '"value":9'), /evidence\.json is not the file/],
    ['a place', 'evidence.json', inFigure(/"start":(\d)/, '"start":9$1'), /the original prints/],
    [
      'a tolerance',
      'evidence.json',
      text => text.replace(/"tolerance":0/, '"tolerance":9'),
      /report\.json has/,
    ],
    [
      'the report',
      'report.json',
      text => text.replace(/"loanCount":\d/, '"loanCount":7'),
      /report\.json is not/,
    ],
    ['a transcript that is not needed', 'README.txt', text => `${text} `, /README\.txt is not the file/],
    ['a script', 'verify.py', text => `${text}\n`, /verify\.py is not the file/],
    ['the ledger', 'ledger.html', text => text.replace('Fails', 'Passes'), /ledger\.html is not the file/],
  ])('is told by both programs: %s', (_, name, edit, words) => {
    fresh()
    change(folder, name, edit)
    expectFault(folder, words)
  })

  it('is told by both programs: a table', () => {
    fresh()
    change(folder, `tables/${table()}`, text => text.replace(/\d/, 'x'))
    expectFault(folder, /tables\/.* is not the file that was packed/)
  })

  it('is told by both programs: one byte of any of its files, by its name', () => {
    const names = [...bytesOf.keys()].filter(name => name !== 'SHA256SUMS')
    expect(names.map(name => name.replace(/\/.*/, ''))).toEqual(
      expect.arrayContaining([
        'original',
        'report.json',
        'evidence.json',
        'ledger.html',
        'tables',
        'verify.py',
      ]),
    )
    for (const name of names) {
      fresh()
      change(folder, name, text => {
        const at = Math.floor(text.length / 2)
        return text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
      })
      // Of the script that was changed nothing can be expected but that it ends otherwise.
      const others = programs.filter(([, script]) => script !== name)
      for (const { status, says } of verify(folder, others)) {
        expect([name, status]).toEqual([name, 1])
        expect(says).toContain(name)
      }
    }
  }, 60_000)

  it('is told by both programs: a sum that is another', () => {
    fresh()
    change(folder, 'SHA256SUMS', text => text.replace(/^[0-9a-f]/, found => (found === '0' ? '1' : '0')))
    expectFault(folder, /is not the file that was packed|give it different sums/)
  })

  it('is told by both programs: a file that is gone', () => {
    fresh()
    rmSync(path.join(folder, `tables/${table()}`))
    expectFault(folder, /is missing/)
  })

  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      'figures of the original',
      'original/filing.txt',
      text => text.replace(/\d,\d{3}\.\d\d/g, '1,111.11'),
      /the original prints/,
    ],
    ['a value', 'evidence.json', inFigure(/"value":(\d)/, '"value":9$1'), /which is .* and not/],
    ['a place', 'evidence.json', inFigure(/"start":(\d)/, '"start":9$1'), /the original prints/],
    ['a text', 'evidence.json', inFigure(/"text":"/, '"text":"1'), /the original prints/],
    [
      'a tolerance',
      'evidence.json',
      text => text.replace(/"tolerance":0/, '"tolerance":9'),
      /report\.json has/,
    ],
    [
      'an outcome',
      'evidence.json',
      text => text.replace('"outcome":"fail"', '"outcome":"pass"'),
      /comes out as fail/,
    ],
    ['a step', 'evidence.json', text => text.replace(/"sum":\[\{"figure":\d+\},/, '"sum":['), /comes to/],
    [
      'a number of steps',
      'evidence.json',
      text => text.replace('"number":100}', '"number":101}'),
      /comes to/,
    ],
    [
      'the report',
      'report.json',
      text => text.replace(/"loanCount":(\d)/, '"loanCount":7$1'),
      /report\.json has/,
    ],
    [
      'a check of the report',
      'report.json',
      text => text.replace('"outcome":"fail","expected"', '"outcome":"pass","expected"'),
      /check \d+: report/,
    ],
  ])('is told though all sums are made to fit: %s', (_, name, edit, words) => {
    fresh()
    change(folder, name, edit, true)
    expectFault(folder, words)
  })

  it('is told by the original where report and evidence are changed alike', () => {
    fresh()
    const figure = JSON.parse(readFileSync(path.join(folder, 'evidence.json'), 'utf8')).figures.find(
      (one: { measure?: string }) => one.measure === 'loanCount',
    )
    const moved = figure.value + 1
    change(
      folder,
      'report.json',
      text => text.replace(`"loanCount":${figure.value}`, `"loanCount":${moved}`),
      true,
    )
    const edit = (text: string) =>
      text.replace(
        `"measure":"loanCount","unit":"count","value":${figure.value}`,
        `"measure":"loanCount","unit":"count","value":${moved}`,
      )
    change(folder, 'evidence.json', edit, true)
    expectFault(folder, new RegExp(`which is ${figure.value}.* and not ${moved}`))
  })

  it('is told by the original where its printed lines are', async () => {
    const text = sample('tidewater-2004-3-8k.txt')
      .toString()
      .replace(/(\d),(\d)/g, '$1,\0$2')
    folder = await open(Buffer.from(text), 'filing.txt')
    change(folder, 'transcript.txt', lines => lines.replace(/\d,\d(?=\d\d)/, '9,9'), true)
    expectFault(folder, /does not come out of the original|the original prints/)
  })

  it('is no pack where there is nothing to check', () => {
    fresh()
    rmSync(path.join(folder, 'evidence.json'))
    expect(verify(folder).map(({ status }) => status)).toEqual(programs.map(() => 2))
  })
})
