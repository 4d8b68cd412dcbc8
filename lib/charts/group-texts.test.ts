import { expect, test } from 'vitest'
import { textAt } from './drawing.ts'
import { groupTexts } from './group-texts.ts'

test('keeps the order of drawing and joins only texts that are drawn alike', () => {
  const path = { ink: 'data', d: 'M0 0' } as const
  const [a, b] = [textAt('axis', 1, 1, 'end', 'a'), textAt('axis', 2, 1, 'end', 'b')]
  const [c, d] = [textAt('axis', 3, 1, 'start', 'c'), textAt('words', 4, 1, 'start', 'd')]
  const groups = groupTexts([a, b, path, c, d])
  expect(groups.map(({ shape, texts }) => texts ?? shape)).toEqual([[a, b], path, [c], [d]])
  expect(new Set(groups.map(({ key }) => key)).size).toBe(4)
})
