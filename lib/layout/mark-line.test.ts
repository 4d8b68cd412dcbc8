import { describe, expect, it } from 'vitest'
import { cutLine, type Mark } from './mark-line.ts'

const draw = (text: string, line: number, marks: Mark[]) =>
  cutLine(text, line, marks)
    .map(({ text, role }) => (role === 'plain' ? text : `[${role} ${text}]`))
    .join('')

const figure = (line: number, start: number, end: number, lastLine?: number): Mark => ({
  at: lastLine === undefined ? { line, start, end } : { line, start, end, lastLine },
  role: 'figure',
  shape: 'run',
})

describe('marks on a line', () => {
  it('marks just the printed figure', () => {
    expect(draw('Purchase   30  $ 6,000.00', 12, [figure(12, 18, 26)])).toBe(
      'Purchase   30  $ [figure 6,000.00]',
    )
  })
  it('marks label and figure of one line', () => {
    const label: Mark = { at: { line: 12, start: 1, end: 9 }, role: 'label', shape: 'block' }
    expect(draw('Purchase   30', 12, [figure(12, 12, 14), label])).toBe('[label Purchase]   [figure 30]')
  })
  it('keeps a stacked heading to its columns, and to whole words', () => {
    const heading: Mark = { at: { line: 1, start: 10, end: 19, lastLine: 2 }, role: 'header', shape: 'block' }
    expect(draw('Purpose  Number of  Balance', 1, [heading])).toBe('Purpose  [header Number of]  Balance')
    expect(draw('      Mortgage Loans  Left', 2, [heading])).toBe('      [header Mortgage Loans]  Left')
  })
  it('runs on over lines', () => {
    const note = figure(1, 5, 4, 3)
    expect([
      draw('(1) The rate', 1, [note]),
      draw('    is high', 2, [note]),
      draw('so. Next', 3, [note]),
    ]).toEqual(['(1) [figure The rate]', '    [figure is high]', '[figure so.] Next'])
  })
  it('leaves lines beside the mark alone', () =>
    expect(draw('Purchase', 11, [figure(12, 1, 4)])).toBe('Purchase'))
  it('survives a place beyond the line', () => expect(draw('short', 5, [figure(5, 40, 60)])).toBe('short'))
  it('loses no character', () => {
    const text = 'a  b  c  d'
    const cut = cutLine(text, 1, [figure(1, 4, 5), figure(1, 1, 8), figure(1, 7, 99)])
    expect(cut.map(stretch => stretch.text).join('')).toBe(text)
  })
  it('shows a line of a megabyte in part, its figure whole', () => {
    const cut = cutLine(`${'x'.repeat(500_000)} 42 ${'y'.repeat(500_000)}`, 1, [figure(1, 500_002, 500_004)])
    expect(cut.find(({ role }) => role === 'figure')?.text).toBe('42')
    expect(cut.map(({ text }) => text).join('').length).toBeLessThan(3000)
  })
})
