import { expect, test } from 'vitest'
import { breakText, fitText, textWidth, wrapText } from './text-width.ts'

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

test('a text is broken into as many lines as it needs, a word too long for one inside, and none is wider than asked', () => {
  const text = 'A short word, and http://localhost:3000/deals/a-trust-with-a-long-name-2001-4#original-ltv'
  const lines = breakText(text, 120)
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  expect(lines[0]).toBe('A short word, and')
  for (const line of lines) expect(textWidth([{ text: line }])).toBeLessThanOrEqual(120)
})
