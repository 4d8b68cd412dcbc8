import { expect, test } from 'vitest'
import { withoutLeaders } from './without-leaders.ts'

const at = { line: 1, start: 1, end: 9 }

test.each([
  ['California . . . . .', 'California'],
  ['6.000......', '6.000'],
  ['Nevada…', 'Nevada'],
  ['Utah ______', 'Utah'],
  ['Utah _ _ _ _', 'Utah'],
  ['Ohio·····', 'Ohio'],
  ['Ohio • • • •', 'Ohio'],
  ['Ohio - - - - -', 'Ohio'],
  ['Ohio ------', 'Ohio'],
  ['Ohio ————— ', 'Ohio'],
  ['Ohio ===== ....', 'Ohio'],
  ['Washington, D.C.', 'Washington, D.C.'],
  ['60 -', '60 -'],
  ['Grade A--', 'Grade A--'],
  ['Other ***', 'Other ***'],
  ['_____', '_____'],
])('of “%s” the label is “%s”', (text, label) => {
  expect(withoutLeaders({ text, at })).toEqual({ text: label, at })
})

test('a long row of signs that ends otherwise takes no longer than it is long', () => {
  for (const text of [
    `Ohio ${'. '.repeat(50_000)}a -`,
    `Ohio ${'.'.repeat(100_000)}-`,
    `${'- '.repeat(50_000)}x.`,
  ])
    expect(withoutLeaders({ text, at })).toEqual({ text, at })
})
