import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Place } from '../report.ts'
import { readFixture, textAt } from '../testing/cover-texts.ts'

const folder = path.join(import.meta.dirname, '../fixtures/covers')
const sources = readdirSync(folder).map(name => {
  const source = readdirSync(path.join(folder, name)).find(file => file.startsWith('source.')) ?? ''
  return readFileSync(path.join(folder, name, source), 'utf8')
})
const DISTURBED = Number(process.env.STRATA_CASES ?? 300)

/** Numbers below a bound that look like chance and are always the same. */
function drawer(seed: number): (bound: number) => number {
  let state = seed
  return bound => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * bound)
  }
}

type Disturb = (lines: string[], at: number, draw: (bound: number) => number) => void
/** What slips and conversions do to lines: lose, repeat, cut, join, capitalise them, or strew a character in. */
const disturbances: Disturb[] = [
  (lines, at) => void lines.splice(at, 1),
  (lines, at, draw) => void lines.splice(at, 0, lines[draw(lines.length)] ?? ''),
  (lines, at, draw) => void lines.splice(at, 1, (lines[at] ?? '').slice(draw(40))),
  (lines, at) => void lines.splice(at, 2, `${lines[at]} ${lines[at + 1] ?? ''}`),
  (lines, at) => void lines.splice(at, 1, (lines[at] ?? '').toUpperCase()),
  (lines, at) => void lines.splice(at, 1, (lines[at] ?? '').replace(/ +/g, ' ')),
  (lines, at, draw) => {
    const line = lines[at] ?? ''
    const to = draw(line.length + 1)
    lines.splice(at, 1, `${line.slice(0, to)}${'<>()&,:-"/ \t'.charAt(draw(12))}${line.slice(to)}`)
  },
]

const FIRST_LETTERS = 8

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
/** A value that stands for what is printed: a date, a form by the rule it is filed under. */
const isWritten = (value: string) => /^\d{4}-\d\d-\d\d$|^FWP$|^424B/.test(value)

it(`reads ${DISTURBED} disturbed covers to their end, and gives no value but at a place that prints it`, () => {
  const draw = drawer(19)
  const misplaced: string[] = []
  for (let count = 0; count < DISTURBED; count += 1) {
    const lines = (sources[draw(sources.length)] ?? '').split('\n')
    for (let times = draw(8); times >= 0; times -= 1)
      disturbances[draw(disturbances.length)]?.(lines, draw(lines.length), draw)
    // A first line that every reader knows, whatever was lost.
    const { value, file, issues } = readFixture(['FORM 8-K, certificates', ...lines].join('\n'))
    const printsIt = (at: Place, text: string) => {
      // Over lines other cells stand between, so that only where it begins is compared.
      const shown = at.lastLine === undefined ? textAt(file, at) : textAt(file, at).slice(0, FIRST_LETTERS)
      return isWritten(text) || /[<&]/.test(shown) || letters(text).startsWith(letters(shown))
    }
    const leaves = Object.values(value).flatMap(leaf => (leaf !== null && 'value' in leaf ? [leaf] : []))
    for (const leaf of [...leaves, ...value.underwriters])
      if (!printsIt(leaf.at, leaf.value)) misplaced.push(`${leaf.value} at ${JSON.stringify(leaf.at)}`)
    for (const { at } of issues)
      if (at !== null && file.lines[at.line - 1] === undefined) misplaced.push('issue')
  }
  expect(misplaced).toEqual([])
})
