import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFixtures, runFixture } from '../../fixtures/run-fixture.ts'
import { readFiling } from '../../read-filing.ts'
import { unzipped } from '../../testing/unzipped.ts'
import { certifyFigure } from './certify-figure.ts'
import { listFigures, readPrintedLines } from './evidence.ts'
import { certificateSchema } from './evidence-schema.ts'
import { packEvidence } from './pack-evidence.ts'

const root = mkdtempSync(path.join(tmpdir(), 'strata-evidence-'))
afterAll(() => rmSync(root, { recursive: true }))

const hasPython = spawnSync('python3', ['--version']).status === 0
/** Programs that check a pack: Node, which is always there, and Python where it is. */
const programs: [string, string][] = [
  [process.execPath, 'verify.mjs'],
  ...(hasPython ? [['python3', 'verify.py'] satisfies [string, string]] : []),
]

async function pack(bytes: Buffer, name: string): Promise<Buffer> {
  const read = readFiling(bytes, name)
  if ('refusal' in read) throw new Error(read.refusal.message)
  const { report } = read
  const subject = { deal: 'Alder Trust 2003-9', address: 'http://strata.test/deals/alder-trust-2003-9' }
  return buffer(await packEvidence({ ...subject, bytes, reportJson: Buffer.from(JSON.stringify(report)) }))
}

/** The folder that a pack was opened in. */
async function open(bytes: Buffer, name: string): Promise<string> {
  const folder = mkdtempSync(path.join(root, 'pack-'))
  for (const [file, content] of await unzipped(await pack(bytes, name))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }
  return folder
}

/** What each program says of a pack, and how it ends. */
function verify(folder: string, asked = programs) {
  return asked.map(([program, script]) => {
    const { status, stdout, stderr } = spawnSync(program, [path.join(folder, script)], { encoding: 'utf8' })
    return { status, says: stdout + stderr }
  })
}

/** Both end with 0, and say the same. */
function expectToHold(folder: string): string {
  const results = verify(folder)
  const [{ says } = { says: '' }] = results
  expect(results).toEqual(programs.map(() => ({ status: 0, says })))
  expect(says).toContain('Everything holds.')
  return says
}

/** Both end with 1, and say the same, with these words among it. */
function expectFault(folder: string, words: string | RegExp): void {
  const results = verify(folder)
  expect(results.map(({ status }) => status)).toEqual(programs.map(() => 1))
  for (const { says } of results) expect(says).toMatch(words)
}

const sample = (name: string) => readFileSync(path.join('public/samples', name))
const samples = readdirSync('public/samples').filter(name => name.endsWith('.txt'))
const fixture = (name: string, file = 'source.txt') => readFileSync(path.join('lib/fixtures', name, file))

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
    folder = mkdtempSync(path.join(root, 'changed-'))
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

describe('a certificate', () => {
  const addressOf = ({ line }: { line: number }) => `http://strata.test/deals/a/source#L${line}`
  /** The certificate of a figure of a filing that prints this text, in a folder with the filing. */
  function certify(bytes: Buffer, text: string) {
    const read = readFiling(bytes, 'filing.txt')
    if ('refusal' in read) throw new Error(read.refusal.message)
    const { report } = read
    const figures = listFigures(report, readPrintedLines({ bytes, report }).lines)
    const place = figures.find(figure => figure.text === text)
    const certificate = place ? certifyFigure({ bytes, report }, place, addressOf) : null
    if (certificate === null) throw new Error(`no figure is ${text}`)
    const folder = mkdtempSync(path.join(root, 'certificate-'))
    writeFileSync(path.join(folder, 'original.txt'), bytes)
    const write = (content: object) =>
      writeFileSync(path.join(folder, 'certificate.json'), JSON.stringify(content))
    write(certificate)
    return { certificate, folder, write }
  }
  const verifyIn = (folder: string) =>
    programs.map(([program, script]) => {
      const tool = path.join('lib/export/evidence-pack', script)
      const files = ['certificate.json', 'original.txt'].map(name => path.join(folder, name))
      const { status, stdout, stderr } = spawnSync(program, [tool, ...files], { encoding: 'utf8' })
      return { status, says: stdout + stderr }
    })
  const withNuls = (text: string) => text.replace(/(\d),(\d)/g, '$1,\0$2')

  it.each<[string, Buffer, string]>([
    ['a total that its rows contradict', fixture('a-digit-changed'), '31,369,688.77'],
    [
      'a figure strewn with NULs',
      Buffer.from(withNuls(fixture('a-digit-changed').toString())),
      '31,369,688.77',
    ],
  ])('of %s holds beside the filing for both programs, with the same words', (_, bytes, text) => {
    const { certificate, folder } = certify(bytes, text)
    expect(certificateSchema.parse(certificate)).toEqual(certificate)
    expect(certificate.checks.length).toBeGreaterThan(0)
    expect(certificate.figures.length).toBeGreaterThan(3)
    const results = verifyIn(folder)
    const [{ says } = { says: '' }] = results
    expect(results).toEqual(programs.map(() => ({ status: 0, says })))
    expect(says).toContain(`filing.txt prints ${text} on line 15`)
  })

  it('is told by both programs to be wrong where anything is changed', () => {
    const bytes = fixture('a-digit-changed')
    const { certificate, folder, write } = certify(bytes, '31,369,688.77')
    const [own, ...others] = certificate.figures
    const [check, ...checks] = certificate.checks
    const [claim] = certificate.claims
    if (!own || !check || !claim) throw new Error('a certificate has a figure, a check and a claim')
    const spoiled: object[] = [
      { ...certificate, figures: [{ ...own, value: Number(own.value) + 1 }, ...others] },
      { ...certificate, figures: [{ ...own, line: own.line + 1 }, ...others] },
      { ...certificate, claims: [{ ...claim, high: { ...claim.high, value: claim.high.value + 1 } }] },
      { ...certificate, checks: [{ ...check, found: check.found + 1 }, ...checks] },
      { ...certificate, checks: [{ ...check, tolerance: 1e12, outcome: 'fail' }, ...checks] },
    ]
    for (const one of spoiled) {
      write(one)
      expect(verifyIn(folder).map(({ status }) => status)).toEqual(programs.map(() => 1))
    }
    write(certificate)
    writeFileSync(path.join(folder, 'original.txt'), bytes.toString().replace('31,369', '31,368'))
    expect(verifyIn(folder).map(({ status }) => status)).toEqual(programs.map(() => 1))
  })

  it('is there for figures alone', () => {
    const bytes = fixture('a-digit-changed')
    const read = readFiling(bytes, 'filing.txt')
    const at = { line: 1, start: 1, end: 2 }
    expect('report' in read && certifyFigure({ bytes, report: read.report }, at, addressOf)).toBeNull()
  })
})
