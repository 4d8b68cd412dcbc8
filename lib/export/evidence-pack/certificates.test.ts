import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fixture, makeFolder, programs, removeFolders } from '../../fixtures/packed-evidence.ts'
import { readFiling } from '../../read-filing.ts'
import { certifyFigure } from './certify-figure.ts'
import { listFigures, readPrintedLines } from './evidence.ts'
import { certificateSchema } from './evidence-schema.ts'

afterAll(removeFolders)

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
    const folder = makeFolder()
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
