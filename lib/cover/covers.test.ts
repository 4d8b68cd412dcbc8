import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Place } from '../report.ts'
import { readFixture } from '../testing/cover-texts.ts'

/** What a careful person reads on a cover. A leaf that is not named is not printed, and must be null. */
type Expected = { deal: Record<string, string>; issues: string[]; underwriters?: string[] }

const folder = path.join(import.meta.dirname, '../fixtures/covers')
const covers = readdirSync(folder).map(name => {
  const inside = path.join(folder, name)
  const source = readdirSync(inside).find(file => file.startsWith('source.')) ?? ''
  const expected: Expected = JSON.parse(readFileSync(path.join(inside, 'expected.json'), 'utf8'))
  return { name, expected, ...readFixture(readFileSync(path.join(inside, source), 'utf8')) }
})

describe.each(covers)('the cover $name', ({ expected, value, issues, file }) => {
  const leaves = Object.entries(value).filter(([, leaf]) => leaf !== null && 'value' in leaf)
  const printed = leaves.flatMap(([key, leaf]) =>
    leaf !== null && 'value' in leaf ? [{ key, value: leaf.value, at: leaf.at }] : [],
  )

  it('reads as its source says, and nothing else', () => {
    expect(Object.fromEntries(printed.map(leaf => [leaf.key, leaf.value]))).toEqual(expected.deal)
    expect(value.underwriters.map(each => each.value)).toEqual(expected.underwriters ?? [])
  })

  it('raises an issue for what is announced and not read', () => {
    expect(issues.map(({ code }) => code)).toEqual(expected.issues)
  })

  it('gives places inside the lines', () => {
    for (const { at } of printed) expect(isInside(file.lines, at)).toBe(true)
  })
})

function isInside(lines: string[], { line, start, end, lastLine }: Place): boolean {
  const length = lines[(lastLine ?? line) - 1]?.length ?? 0
  return start >= 1 && end <= length + 1 && (lastLine !== undefined || end > start)
}
