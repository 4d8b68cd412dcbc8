import { expect, test } from 'vitest'
import { fitText, textWidth, wrapText } from './text-width.ts'

test('a text that fits is left as it is', () => {
  expect(fitText('Other', 100)).toBe('Other')
  expect(wrapText('Other', 100)).toEqual(['Other'])
})

test('a text too long loses its middle, for names often differ at their ends', () => {
  const cut = fitText('Second home with a view of the lake', 100)
  expect(cut).toMatch(/^Second.*….*lake$/)
  expect(textWidth([{ text: cut }])).toBeLessThanOrEqual(100)
})

test('a text of two lines breaks at the last blank that fits, and keeps every word that there is room for', () => {
  expect(wrapText('Other (less than 2%)', 108)).toEqual(['Other (less than', '2%)'])
})

test('two lines too narrow for their words are cut, never wider than asked', () => {
  for (const line of wrapText('Unincorporated territories elsewhere', 60))
    expect(textWidth([{ text: line }])).toBeLessThanOrEqual(60)
})
